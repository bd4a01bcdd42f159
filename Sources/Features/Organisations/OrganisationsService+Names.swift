import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

extension OrganisationsService {
  /// Makes one of two organisations that are the same: `into` keeps its texts and gets what it lacks, with the roles and
  /// the names of `from`, which disappears.
  public func merge(_ from: Slug, into: Slug, of event: EventID, in unit: UnitOfWork) throws {
    guard from != into else { throw OrganisationError.intoItself(into) }
    // Always in the same order, so that two merges at once wait for each other instead of locking up.
    for key in [from, into].sorted() { _ = try locked(key, of: event, in: unit) }
    let (old, other) = (try locked(into, of: event, in: unit), try locked(from, of: event, in: unit))
    _ = try keep(old.filled(from: other), insteadOf: old, of: event, in: unit)
    try store.moveRolesAndAliases(from: from, into: into, event, in: unit)
    let names = [from.text] + other.name.languages.compactMap { other.name[$0] }
    for name in names where !FoldedName(name).isEmpty {
      try store.addAlias(name, to: into, event, in: unit)
    }
    try audit.did(
      "merged", Organisation.auditNoun, into.text,
      [AuditField("merged with", from.text), AuditField("names", .array(names.map { .string($0) }))], of: event,
      in: unit)
    try delete(other, of: event, in: unit)
  }

  /// Gives an organisation another name by which files may call it.
  public func add(alias name: String, to key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    _ = try locked(key, of: event, in: unit)
    guard !FoldedName(name).isEmpty else { throw OrganisationError.unusableName(name) }
    if let owner = try organisation(called: name, of: event, in: unit) {
      guard owner == key else { throw OrganisationError.nameTaken(name, by: owner) }
      return .unchanged
    }
    try store.addAlias(name, to: key, event, in: unit)
    try audit.did(
      "given a name", Organisation.auditNoun, key.text, [AuditField("other name", name)], of: event, in: unit)
    return .created
  }

  /// Takes another name from an organisation.
  /// - Returns: Whether it had that name.
  public func remove(alias name: String, from key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    _ = try locked(key, of: event, in: unit)
    guard try store.removeAlias(FoldedName(name), of: key, event, in: unit) else { return false }
    try audit.did(
      "relieved of a name", Organisation.auditNoun, key.text, from: [AuditField("other name", name)],
      [AuditField("other name", nil as String?)], of: event, in: unit)
    return true
  }

  /// Every other name of every organisation.
  public func otherNames(
    of event: EventID, in snapshot: Snapshot
  ) throws -> [(organisation: Slug, name: String)] {
    try store.aliases(of: event, in: snapshot)
  }

  /// The organisation that is called so, by its key, a name in any language or another name; never by an acronym.
  public func organisation(called name: String, of event: EventID, in snapshot: Snapshot) throws -> Slug? {
    let folded = FoldedName(name)
    let known = try organisations(of: event, in: snapshot).map(\.organisation)
    if let organisation = known.first(where: { $0.foldedNames.contains(folded) }) { return organisation.key }
    return try store.owner(ofAnyOf: [folded], event, in: snapshot)
  }
}
