public import Audit
public import Postgres
public import Vocabulary

/// The people who may act in an event.
public struct OrganisersService: Sendable {
  private let audit: AuditLog
  private let store = OrganiserStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Makes the first organiser of a new event; the log begins with it.
  public func found(_ event: EventID, in unit: UnitOfWork) throws {
    try insert(unit.principal.name, of: event, in: unit)
  }

  /// Lets somebody else act as an organiser.
  public func add(_ name: String, to event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard try !names(of: event, in: unit).contains(name) else { return .unchanged }
    try insert(name, of: event, in: unit)
    return .created
  }

  /// Ends what an organiser may do; what they did stays in the log under their name.
  public func remove(_ name: String, of event: EventID, in unit: UnitOfWork) throws {
    let organisers = try store.locked(of: event, in: unit)
    guard let number = organisers.first(where: { $0.name == name })?.number else {
      throw AccessError.unknownOrganiser(name)
    }
    guard organisers.count > 1 else { throw AccessError.lastOrganiser(name) }
    // Who removes themselves can log nothing afterwards.
    try TokensService(audit: audit).end(tokensOf: number, of: event, in: unit)
    try audit.did(
      "removed", "organiser", String(number.rawValue), from: [AuditField("name", name, isPersonal: true)],
      [AuditField("name", nil as String?, isPersonal: true)], of: event, in: unit)
    try store.remove(number, of: event, in: unit)
  }

  /// The organisers' names in the order in which they came.
  public func names(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try store.names(of: event, in: snapshot)
  }

  /// The log tells organisers apart by number, so that a name can be erased.
  private func insert(_ name: String, of event: EventID, in unit: UnitOfWork) throws {
    guard name.contains(where: { !$0.isWhitespace }), name.unicodeScalars.count <= 200 else {
      throw AccessError.unusableName(name)
    }
    let number = try store.readmit(name, to: event, in: unit) ?? store.insert(name, of: event, in: unit)
    try audit.did(
      "created", "organiser", String(number.rawValue), [AuditField("name", name, isPersonal: true)], of: event, in: unit
    )
  }
}
