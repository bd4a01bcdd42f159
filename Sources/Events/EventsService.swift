public import Audit
public import Competition
public import Postgres

/// Editions and the organisations behind them.
public struct EventsService: Sendable {
  private let audit: AuditLog
  private let store = EventStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds an event.
  ///
  /// The caller makes its first organiser in the same unit, through `logging`, because the log needs somebody who acts.
  public func add(
    _ event: Event, in unit: UnitOfWork, founding: (EventID) throws -> Void
  ) throws -> EventID {
    try check(event, in: unit)
    let id: EventID
    do {
      id = try store.insert(event, in: unit)
    } catch let error as PostgresError where error.constraint == "event_once" {
      throw EventError.alreadyThere(event.slug)
    }
    try founding(id)
    try audit.created(event, of: id, in: unit)
    return id
  }

  /// Changes an event's settings.
  public func set(_ event: Event, of id: EventID, in unit: UnitOfWork) throws -> Outcome {
    let old = try store.locked(id, in: unit)
    guard old != event else { return .unchanged }
    try check(event, in: unit)
    try store.update(event, of: id, in: unit)
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

  /// Adds or changes an organisation and its standing in one role.
  public func set(
    _ organisation: Organisation, standing: Organisation.Standing, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    guard !organisation.name.isEmpty else { throw EventError.organisationWithoutName(organisation.key) }
    let old = try store.organisation(organisation.key, of: event, in: unit)
    if let old {
      if old != organisation {
        try store.update(organisation, of: event, in: unit)
        try audit.updated(from: old, to: organisation, of: event, in: unit)
      }
    } else {
      try store.insert(organisation, of: event, in: unit)
      try audit.created(organisation, of: event, in: unit)
    }
    let isNewStanding = try store.set(standing, for: organisation.key, of: event, in: unit)
    if isNewStanding {
      let fields = [AuditField("role", standing.role.rawValue), AuditField("print order", standing.printOrder)]
      try audit.did("given a role", "organisation", organisation.key.text, fields, of: event, in: unit)
    }
    if old == nil { return .created }
    return old != organisation || isNewStanding ? .updated : .unchanged
  }

  /// The organisations by role and print order; one with two roles stands twice.
  public func organisations(
    of event: EventID, in snapshot: Snapshot
  ) throws -> [(organisation: Organisation, standing: Organisation.Standing)] {
    try store.organisations(of: event, in: snapshot)
  }

  private func check(_ event: Event, in snapshot: Snapshot) throws {
    guard event.startsOn <= event.endsOn else { throw EventError.endsBeforeStart(event.startsOn, event.endsOn) }
    if let announced = event.announcedOn, announced < event.endsOn {
      throw EventError.announcedBeforeEnd(event.endsOn, announced)
    }
    guard try store.isTimeZone(event.timeZone, in: snapshot) else { throw EventError.unknownTimeZone(event.timeZone) }
  }
}
