import Audit
public import Postgres
public import Vocabulary

/// How long an event keeps who its people are.
extension EventsService {
  /// The last day on which identities are kept; nil when none was set.
  public func retention(of event: EventID, in snapshot: Snapshot) throws -> CalendarDate? {
    try RetentionStore().day(of: event, in: snapshot)
  }

  /// Sets the last day, or with nil leaves it open.
  public func keepPeople(until day: CalendarDate?, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let stored = try store.locked(event, in: unit)
    if let day, day < stored.event.endsOn { throw RetentionError.beforeEnd(day, end: stored.event.endsOn) }
    let old = try RetentionStore().day(of: event, in: unit)
    guard old != day else { return .unchanged }
    try RetentionStore().set(day, of: event, in: unit)
    try audit.did(
      "updated", Event.auditNoun, stored.event.slug.text, from: [AuditField("keeps people until", old?.description)],
      [AuditField("keeps people until", day?.description)], of: event, in: unit)
    return .updated
  }

  /// States the totals that are counted now, where none were stated: once people are erased, nobody knows any more
  /// of how many nationalities they were.
  public func stateTotals(of event: EventID, in unit: UnitOfWork) throws {
    let counts = try store.counts(of: event, in: unit)
    guard counts.participants > 0 else { return }
    _ = try edit(event, in: unit) { event in
      event.statedParticipants = event.statedParticipants ?? counts.participants
      guard counts.nationalities > 0 else { return }
      event.statedNationalities = event.statedNationalities ?? counts.nationalities
    }
  }

  /// The event whose people are to go because their day has passed, by the database's clock.
  /// - Parameter slug: Which one; without it the only one that is due, and nil when none is.
  /// - Throws: `RetentionError` when the one asked for is not due, or several are.
  public func due(_ slug: String?, in snapshot: Snapshot) throws -> StoredEvent? {
    let due = try RetentionStore().due(in: snapshot)
    guard let slug else {
      guard due.count <= 1 else { throw RetentionError.severalDue(due) }
      return try due.first.map { try find($0, in: snapshot) }
    }
    let event = try find(slug, in: snapshot)
    guard !due.contains(slug) else { return event }
    let day = try retention(of: event.id, in: snapshot)
    guard let day, try RetentionStore().hasPassed(day, of: event.id, in: snapshot) else {
      throw RetentionError.notDue(event.event.slug, keptUntil: day)
    }
    return nil
  }
}
