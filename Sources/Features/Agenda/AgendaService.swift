public import AgendaFormats
public import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// An event's sessions, who speaks in them and where they take place; and what was published of them.
public struct AgendaService: Sendable {
  let audit: AuditLog
  let store = AgendaStore()
  let clocks = ClockStore()
  let roomStore = RoomStore()
  let versionStore = VersionStore()
  let overlaps = OverlapStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds a session that is not there yet.
  public func add(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout AgendaSession) throws -> Void
  ) throws {
    guard try store.all(of: event, only: key.text, in: unit).isEmpty else { throw AgendaError.sessionThere(key) }
    try addNew(key, of: event, in: unit, describe)
  }

  private func addNew(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout AgendaSession) throws -> Void
  ) throws {
    var session = AgendaSession(key: key, timeZone: try self.event(event, in: unit).timeZone)
    try describe(&session)
    let (start, end) = try check(session, of: event, in: unit)
    try keeping(session) { try store.insert(session, start, end, of: event, in: unit) }
    try audit.created(session, of: event, in: unit)
  }

  /// Changes some of what is known of a session, or adds it where nobody knows it.
  public func set(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout AgendaSession) throws -> Void
  ) throws -> Outcome {
    guard let old = try store.locked(key.text, of: event, in: unit)?.session else {
      try addNew(key, of: event, in: unit, describe)
      return .created
    }
    var session = old
    try describe(&session)
    guard old != session else { return .unchanged }
    let (start, end) = try check(session, of: event, in: unit)
    try keeping(session) { try store.update(session, start, end, of: event, in: unit) }
    try audit.updated(from: old, to: session, of: event, in: unit)
    return .updated
  }

  /// Takes a session out of the draft; calendars that hold it hear that it was cancelled once that is published.
  public func remove(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    let entry = try locked(key, of: event, in: unit)
    try setSpeakers([], of: key, event, in: unit)
    try store.delete(entry.session.key, of: event, in: unit)
    try audit.did(
      "removed", AgendaSession.auditNoun, key, from: entry.session.auditFields,
      entry.session.auditFields.map { AuditField($0.name, .null) }, of: event, in: unit)
  }

  /// Calls a session off, or takes that back.
  public func cancel(_ key: String, undo: Bool, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let entry = try locked(key, of: event, in: unit)
    return try set(entry.session.key, of: event, in: unit) { $0.isCancelled = !undo }
  }

  /// The draft by time.
  public func draft(
    of event: EventID, audience: AgendaSession.Audience? = nil, in snapshot: Snapshot
  ) throws -> [AgendaEntry] {
    try store.all(of: event, in: snapshot).filter { audience == nil || $0.session.audience == audience }
  }

  /// One session of the draft.
  public func entry(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> AgendaEntry {
    guard let entry = try store.all(of: event, only: key, in: snapshot).first else {
      throw try unknown(key, of: event, in: snapshot)
    }
    return entry
  }

  /// When each session of the draft takes place by the clocks of a zone; without one, of the event's.
  public func hours(of event: EventID, in zone: String?, _ snapshot: Snapshot) throws -> [String: SessionHours] {
    let zone = try zone ?? self.event(event, in: snapshot).timeZone
    try ZoneStore.require(zone, in: snapshot)
    return try clocks.hours(of: event, in: zone, snapshot)
  }

  /// Everything that is doubtful in the draft.
  public func findings(of event: EventID, in snapshot: Snapshot) throws -> [Finding] {
    AgendaChecks.findings(
      in: try store.all(of: event, in: snapshot), of: try self.event(event, in: snapshot),
      allowed: try overlaps.allowed(of: event, in: snapshot))
  }

  /// What the clocks of a zone show at an instant, to the minute.
  public func localTime(at instant: Timestamp, in zone: String, _ snapshot: Snapshot) throws -> LocalTime? {
    try ZoneStore.require(zone, in: snapshot)
    return try clocks.localTime(at: instant, in: zone, snapshot)
  }

  /// The same for the start and the end of something.
  public func localTimes(
    from start: Timestamp, to end: Timestamp, in zone: String, _ snapshot: Snapshot
  ) throws -> (from: LocalTime?, to: LocalTime?) {
    try ZoneStore.require(zone, in: snapshot)
    return try clocks.localTimes(from: start, to: end, in: zone, snapshot)
  }

  public func isKnown(zone: String, in snapshot: Snapshot) throws -> Bool { try ZoneStore.isKnown(zone, in: snapshot) }

  /// The languages in which the event publishes, the first of which leads.
  public func languages(of event: EventID, in snapshot: Snapshot) throws -> [Language] {
    try self.event(event, in: snapshot).languages
  }

  func event(_ event: EventID, in snapshot: Snapshot) throws -> AgendaEvent {
    guard let found = try store.event(event, in: snapshot) else { throw AgendaError.noEvent }
    return found
  }

  /// The session of this key, locked until the unit ends.
  func locked(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> AgendaEntry {
    guard let entry = try store.locked(key, of: event, in: unit) else {
      throw try unknown(key, of: event, in: unit)
    }
    return entry
  }

  private func unknown(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> AgendaError {
    .unknownSession(
      key, nearest: nearest(to: key, among: try store.all(of: event, in: snapshot).map(\.session.key.text)))
  }

  /// - Returns: The instants of its start and its end.
  private func check(_ session: AgendaSession, of event: EventID, in unit: UnitOfWork) throws -> (Timestamp, Timestamp)
  {
    guard let start = session.start, let end = session.end else { throw AgendaError.withoutHours(session.key) }
    try ZoneStore.require(session.timeZone, in: unit)
    if let room = session.room, try !roomStore.holds(room, of: event, in: unit) {
      throw try unknownRoom(room, of: event, in: unit)
    }
    let instants = try ZoneStore.instants(of: [start, end], in: session.timeZone, unit)
    let (from, to) = try (instant(start, instants[0], session), instant(end, instants[1], session))
    guard from < to else { throw AgendaError.endsBeforeStart(session.key, start, end) }
    return (from, to)
  }

  /// The only instant at which the clocks of the session's zone show a time.
  private func instant(
    _ time: LocalTime, _ instants: [Timestamp], _ session: AgendaSession
  ) throws(AgendaError) -> Timestamp {
    switch instants.count {
    case 0: throw AgendaError.timeSkipped(time, zone: session.timeZone)
    case 1: return instants[0]
    default: throw AgendaError.timeTwice(time, zone: session.timeZone)
    }
  }

  /// Says in words which of the schema's rules a session breaks.
  private func keeping(_ session: AgendaSession, _ write: () throws -> Void) throws {
    do {
      try write()
    } catch let error as PostgresError {
      switch error.constraint {
      case "agenda_session_url_form": throw AgendaError.badAddress(session.url ?? "")
      case "agenda_session_register_url_form": throw AgendaError.badAddress(session.registerURL ?? "")
      case "agenda_session_capacity_positive": throw AgendaError.badCapacity(session.capacity ?? 0)
      default: throw error
      }
    }
  }
}
