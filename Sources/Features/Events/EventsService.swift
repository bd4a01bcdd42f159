public import Audit
import Lookup
public import Postgres
public import Vocabulary

/// Events: their settings, their phases and how they follow each other.
public struct EventsService: Sendable {
  let audit: AuditLog
  let store = EventStore()
  let relationStore = RelationStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds an event.
  ///
  /// The caller makes its first organiser in the same unit, through `founding`, because the log needs somebody who acts.
  public func add(
    _ event: Event, in unit: UnitOfWork, founding: (EventID) throws -> Void
  ) throws -> EventID {
    let due = try check(event, in: unit)
    let id: EventID
    do {
      id = try store.insert(event, due: due, in: unit)
    } catch let error as PostgresError where error.constraint == "event_once" {
      throw EventError.alreadyThere(event.slug)
    }
    try founding(id)
    try audit.created(event, of: id, in: unit)
    return id
  }

  /// Adds the event whose settings are staged as an exported row.
  public func addImported(
    as slug: Slug, zone: String, in unit: UnitOfWork, founding: (EventID) throws -> Void
  ) throws -> EventID {
    guard try !store.all(in: unit).contains(where: { $0.event.slug == slug }) else {
      throw EventError.alreadyThere(slug)
    }
    try ZoneStore.require(zone, in: unit)
    let id = try EventExportStore.insertImported(in: unit)
    try founding(id)
    try audit.created(try store.locked(id, in: unit).event, of: id, in: unit)
    return id
  }

  /// Logs that everything in an event came from an export.
  public func recordImport(
    of slug: Slug, _ event: EventID, _ taken: [(noun: String, rows: Int)], in unit: UnitOfWork
  ) throws {
    try audit.did(
      "imported", Event.auditNoun, slug.text, taken.map { AuditField($0.noun, $0.rows) }, of: event, in: unit)
  }

  /// Changes an event's settings.
  public func set(_ event: Event, of id: EventID, in unit: UnitOfWork) throws -> Outcome {
    try edit(id, in: unit) { $0 = event }
  }

  /// Changes some of an event's settings; two who do so at once both have their way.
  public func edit(_ id: EventID, in unit: UnitOfWork, _ change: (inout Event) throws -> Void) throws -> Outcome {
    let old = try store.locked(id, in: unit).event
    var event = old
    try change(&event)
    guard old != event else { return .unchanged }
    let due = try check(event, in: unit)
    try store.update(event, due: due, of: id, in: unit)
    try audit.updated(from: old, to: event, of: id, in: unit)
    return .updated
  }

  /// The event of this slug; without one, the only event that there is.
  public func find(_ slug: String?, in snapshot: Snapshot) throws -> StoredEvent {
    let events = try store.all(in: snapshot)
    guard let slug else {
      guard let only = events.first else { throw EventError.noEvent }
      guard events.count == 1 else { throw EventError.severalEvents(events.map(\.event.slug.text)) }
      return only
    }
    guard let event = events.first(where: { $0.event.slug.text == slug }) else {
      throw EventError.unknownEvent(slug, nearest: nearest(to: slug, among: events.map(\.event.slug.text)))
    }
    return event
  }

  /// Every event, by its first day.
  public func all(in snapshot: Snapshot) throws -> [StoredEvent] { try store.all(in: snapshot) }

  /// What is registered, to stand beside what was stated.
  public func counts(of event: EventID, in snapshot: Snapshot) throws -> EventCounts {
    try store.counts(of: event, in: snapshot)
  }

  /// Logs in a new event which one it was cloned from, and how much was copied.
  public func recordCloning(
    from original: Slug, to slug: Slug, of event: EventID, copied: [(noun: String, count: Int)], in unit: UnitOfWork
  ) throws {
    let fields = copied.filter { $0.count > 0 }.map { AuditField($0.noun, $0.count) }
    try audit.did(
      "cloned", Event.auditNoun, slug.text, [AuditField("from", original.text)] + fields, of: event, in: unit)
  }

  /// The keys of an event's rubrics.
  public func rubricKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try store.rubricKeys(of: event, in: snapshot)
  }

  /// - Returns: The instant of the event's deadline.
  private func check(_ event: Event, in snapshot: Snapshot) throws -> Timestamp? {
    if let contradiction = event.contradiction { throw contradiction }
    guard event.teamMinimum <= event.teamSize else {
      throw EventError.teamSizes(fewest: event.teamMinimum, most: event.teamSize)
    }
    guard Event.gracePeriods.contains(event.graceMinutes) else { throw EventError.badGrace(event.graceMinutes) }
    try ZoneStore.require(event.timeZone, in: snapshot)
    guard let deadline = event.deadline else { return nil }
    let instants = try ZoneStore.instants(of: deadline, in: event.timeZone, snapshot)
    switch instants.count {
    case 0: throw EventError.timeSkipped(deadline, zone: event.timeZone)
    case 1: return instants[0]
    default: throw EventError.timeTwice(deadline, zone: event.timeZone)
    }
  }
}
