public import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// The organisations behind an event: their names, roles and other names.
public struct OrganisationsService: Sendable {
  let audit: AuditLog
  let store = OrganisationStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes an organisation and its standing in one role.
  ///
  /// Links that are not given stay. One whose key is not known, but whose key or name is another name of an organisation,
  /// is that organisation: what it lacks is filled in.
  public func set(
    _ given: Organisation, standing: Organisation.Standing, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    guard !given.name.isEmpty else { throw OrganisationError.withoutName(given.key) }
    let old = try store.organisation(given.key, of: event, in: unit)
    if old == nil, let owner = try store.owner(ofAnyOf: given.foldedNames, event, in: unit) {
      return try fillIn(owner, from: given, standing: standing, of: event, in: unit)
    }
    var organisation = given
    organisation.url = given.url ?? old?.url
    organisation.logo = given.logo ?? old?.logo
    let outcome = try keep(organisation, insteadOf: old, of: event, in: unit)
    let isNewStanding = try give(standing, to: given.key, of: event, in: unit) != .unchanged
    return outcome == .unchanged && isNewStanding ? .updated : outcome
  }

  /// Changes an organisation; two who do so at once both have their way.
  public func edit(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, _ change: (inout Organisation) throws -> Void
  ) throws -> Outcome {
    let old = try locked(key, of: event, in: unit)
    var organisation = old
    try change(&organisation)
    guard !organisation.name.isEmpty else { throw OrganisationError.withoutName(key) }
    return try keep(organisation, insteadOf: old, of: event, in: unit)
  }

  /// Gives an organisation a role, or another position among those who share it.
  public func give(
    _ standing: Organisation.Standing, to key: Slug, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    _ = try locked(key, of: event, in: unit)
    let isNew = try !store.standings(of: key, event, in: unit).contains { $0.role == standing.role }
    guard try store.set(standing, for: key, of: event, in: unit) else { return .unchanged }
    let fields = [AuditField("role", standing.role.rawValue), AuditField("print order", standing.printOrder)]
    try audit.did("given a role", Organisation.auditNoun, key.text, fields, of: event, in: unit)
    return isNew ? .created : .updated
  }

  /// Takes a role from an organisation; its last one stays.
  public func take(
    _ role: Organisation.Role, from key: Slug, of event: EventID, in unit: UnitOfWork
  ) throws {
    _ = try locked(key, of: event, in: unit)
    let standings = try store.standings(of: key, event, in: unit)
    guard let standing = standings.first(where: { $0.role == role }) else {
      throw OrganisationError.roleNotHeld(role, of: key)
    }
    guard standings.count > 1 else { throw OrganisationError.onlyRole(role, of: key) }
    try store.remove(role, of: key, event, in: unit)
    try audit.did(
      "relieved of a role", Organisation.auditNoun, key.text,
      from: [AuditField("role", role.rawValue), AuditField("print order", standing.printOrder)],
      [AuditField("role", nil as String?), AuditField("print order", nil as Int?)], of: event, in: unit)
  }

  /// Takes an organisation away, unless something names it.
  public func remove(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    let old = try locked(key, of: event, in: unit)
    let mentions = try mentions(of: old, event, in: unit)
    guard mentions.isEmpty else { throw OrganisationError.stillNamed(key, by: mentions.inWords) }
    try delete(old, of: event, in: unit)
  }

  /// The organisations by role and print order; one with two roles stands twice.
  public func organisations(
    of event: EventID, in snapshot: Snapshot
  ) throws -> [(organisation: Organisation, standing: Organisation.Standing)] {
    try store.organisations(of: event, in: snapshot)
  }

  /// One organisation with all its roles and other names.
  public func organisation(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> OrganisationDetails {
    let entries = try organisations(of: event, in: snapshot).filter { $0.organisation.key.text == key }
    guard let organisation = entries.first?.organisation else { throw try unknown(key, of: event, in: snapshot) }
    return OrganisationDetails(
      organisation: organisation, standings: entries.map(\.standing),
      otherNames: try store.aliases(of: organisation.key, event, in: snapshot))
  }

  /// The organisation of this key, locked until the unit ends.
  func locked(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws -> Organisation {
    guard let organisation = try store.organisation(key, of: event, in: unit) else {
      throw try unknown(key.text, of: event, in: unit)
    }
    return organisation
  }

  /// Writes and logs an organisation where it differs.
  func keep(
    _ organisation: Organisation, insteadOf old: Organisation?, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    guard old != organisation else { return .unchanged }
    do {
      if let old {
        try store.update(organisation, of: event, in: unit)
        try audit.updated(from: old, to: organisation, of: event, in: unit)
      } else {
        try store.insert(organisation, of: event, in: unit)
        try audit.created(organisation, of: event, in: unit)
      }
    } catch let error as PostgresError where error.constraint == "organisation_url_form" {
      throw OrganisationError.unusableAddress(organisation.url ?? "")
    } catch let error as PostgresError where error.constraint == "organisation_logo_form" {
      throw OrganisationError.unusableAddress(organisation.logo ?? "")
    }
    return old == nil ? .created : .updated
  }

  /// Deletes and logs an organisation that nothing names in words.
  func delete(_ organisation: Organisation, of event: EventID, in unit: UnitOfWork) throws {
    do {
      try store.delete(organisation.key, of: event, in: unit)
    } catch let error as PostgresError where error.sqlState == "23503" {
      throw OrganisationError.stillReferredTo(organisation.key)
    }
    try audit.did(
      "removed", Organisation.auditNoun, organisation.key.text, from: organisation.auditFields,
      organisation.auditFields.map { AuditField($0.name, .null) }, of: event, in: unit)
  }

  /// Gives the organisation what it lacks.
  func fillIn(
    _ key: Slug, from given: Organisation, standing: Organisation.Standing, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let outcome = try edit(key, of: event, in: unit) { $0 = $0.filled(from: given) }
    guard try !store.standings(of: key, event, in: unit).contains(where: { $0.role == standing.role })
    else { return outcome }
    _ = try give(standing, to: key, of: event, in: unit)
    return .updated
  }

  /// Prizes that it gives; where it is an affiliation, people who name it so.
  private func mentions(
    of organisation: Organisation, _ event: EventID, in snapshot: Snapshot
  ) throws -> [OrganisationMention] {
    let aliases = try store.aliases(of: organisation.key, event, in: snapshot)
    let acronyms = organisation.acronym.languages.compactMap { organisation.acronym[$0] }
    let names = Set(organisation.foldedNames + (aliases + acronyms).map { FoldedName($0) })
    let isAffiliation = try store.standings(of: organisation.key, event, in: snapshot)
      .contains { $0.role == .affiliation }
    return try store.mentions(of: event, in: snapshot).filter { mention in
      names.contains(FoldedName(mention.name)) && (mention.noun == "prize" || isAffiliation)
    }
  }

  private func unknown(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> OrganisationError {
    if let owner = try store.owner(ofAnyOf: [FoldedName(key)], event, in: snapshot) {
      return .merged(key, into: owner)
    }
    let known = try store.keys(of: event, in: snapshot).map(\.text)
    return .unknown(key, nearest: nearest(to: key, among: known))
  }
}

extension Organisation {
  /// Its key and its name in every language, for comparing; acronyms tell too little.
  var foldedNames: [FoldedName] {
    [FoldedName(key.text)] + name.languages.compactMap { name[$0].map { FoldedName($0) } }.filter { !$0.isEmpty }
  }
}
