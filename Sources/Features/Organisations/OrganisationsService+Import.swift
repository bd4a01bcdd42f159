import Audit
public import Postgres
public import Vocabulary

/// Organisations whose rows wait to be taken (Imports).
extension OrganisationsService {
  /// Finds out whether each row may be so.
  public func inspectStaged(in unit: UnitOfWork) throws { try OrganisationImportStore().check(in: unit) }

  /// Adds and changes organisations and their roles as their rows say.
  ///
  /// They are few, so each is taken by the verbs that a hand would use.
  /// - Parameter overwriting: Whether what was edited by hand since the source last wrote it is written over.
  public func takeStaged(
    from source: String, overwriting: Bool, of event: EventID, in unit: UnitOfWork
  ) throws {
    let rows = OrganisationImportStore()
    try rows.gather(in: unit)
    try rows.keepEdits(from: source, overwriting: overwriting, of: event, in: unit)
    for staged in try rows.standings(in: unit) {
      let (outcome, isAlias) = try take(staged, of: event, in: unit)
      try rows.settle(staged.row, outcome, as: isAlias ? nil : staged.organisation.key, of: event, in: unit)
    }
  }

  private func take(
    _ staged: OrganisationImportStore.StagedStanding, of event: EventID, in unit: UnitOfWork
  ) throws -> (Outcome, isAlias: Bool) {
    let given = staged.organisation
    let old = try store.organisation(given.key, of: event, in: unit)
    if old == nil, let owner = try store.owner(ofAnyOf: given.foldedNames, event, in: unit) {
      let standing = try standing(staged, of: owner, event, in: unit)
      return (try fillIn(owner, from: given, standing: standing, of: event, in: unit), true)
    }
    let outcome = try keep(old.map(given.filled) ?? given, insteadOf: old, of: event, in: unit)
    let standing = try standing(staged, of: given.key, event, in: unit)
    let isNewStanding = try give(standing, to: given.key, of: event, in: unit) != .unchanged
    return (outcome == .unchanged && isNewStanding ? .updated : outcome, false)
  }

  /// Where no position was given, the one that the organisation has in the role, or the next.
  private func standing(
    _ staged: OrganisationImportStore.StagedStanding, of key: Slug, _ event: EventID, in unit: UnitOfWork
  ) throws -> Organisation.Standing {
    let held = try store.standings(of: key, event, in: unit).first { $0.role == staged.role }
    let position =
      try staged.printOrder ?? held?.printOrder
      ?? OrganisationImportStore().nextPlace(in: staged.role, of: event, in: unit)
    return Organisation.Standing(role: staged.role, printOrder: position)
  }
}
