import CanonicalJSON
public import Postgres
public import Vocabulary

/// The log of who changed what: written in the same transaction as the change, append-only and hash-chained.
public struct AuditLog: Sendable {
  let store = AuditStore()

  public init() {}

  /// Logs that something came into being.
  public func created(_ value: some Audited, of event: EventID, in unit: UnitOfWork) throws {
    try record("created", value, before: [], after: value.auditFields, of: event, in: unit)
  }

  /// Logs which fields changed.
  public func updated<Value: Audited>(from old: Value, to new: Value, of event: EventID, in unit: UnitOfWork) throws {
    try record("updated", new, before: old.auditFields, after: new.auditFields, of: event, in: unit)
  }

  /// Logs that something was removed, with all that it was.
  public func removed(_ value: some Audited, of event: EventID, in unit: UnitOfWork) throws {
    let fields = value.auditFields
    let nothing = fields.map { AuditField($0.name, .null, isPersonal: $0.isPersonal) }
    try record("removed", value, before: fields, after: nothing, of: event, in: unit)
  }

  /// Logs an act that is more than a change of fields, such as closing a round or importing scores.
  public func did(
    _ action: String, _ noun: String, _ key: String, from before: [AuditField] = [], _ fields: [AuditField] = [],
    of event: EventID, in unit: UnitOfWork
  ) throws {
    let draft = AuditEntryDraft(action: action, noun: noun, key: key, before: before, after: fields)
    try store.append(draft, of: event, in: unit)
  }

  /// Writes a checkpoint that ties all chains together.
  /// - Returns: Its hash, which proves the log up to now to anybody who keeps it elsewhere.
  public func seal(_ event: EventID, because reason: String, in unit: UnitOfWork) throws -> String {
    try store.seal(event, because: reason, in: unit)
  }

  /// The hashes of an event's checkpoints, in their order.
  public func seals(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try store.seals(of: event, in: snapshot)
  }

  /// The entries of an event, newest first.
  public func entries(of event: EventID, newest count: Int, in snapshot: Snapshot) throws -> [AuditEntry] {
    try store.entries(of: event, newest: count, in: snapshot)
  }

  private func record<Value: Audited>(
    _ action: String, _ value: Value, before: [AuditField], after: [AuditField], of event: EventID, in unit: UnitOfWork
  ) throws {
    let draft = AuditEntryDraft(
      action: action, noun: Value.auditNoun, key: value.auditKey, before: before, after: after)
    try store.append(draft, of: event, in: unit)
  }
}
