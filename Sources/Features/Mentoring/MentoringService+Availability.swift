import Audit
public import Postgres
public import Vocabulary

/// When mentors have time.
extension MentoringService {
  /// A time that is said of a mentor, by the clocks of a zone.
  public struct Hours: Sendable {
    public let start: LocalTime
    public let end: LocalTime
    /// The event's where nil.
    public let zone: String?
    /// Whether the mentor has no time then, whatever else is said.
    public let isException: Bool

    public init(from start: LocalTime, to end: LocalTime, zone: String? = nil, isException: Bool = false) {
      self.start = start
      self.end = end
      self.zone = zone
      self.isException = isException
    }
  }

  /// Says when a mentor has time, or has none.
  /// - Returns: What it came to, and the booked sessions for which the mentor has no time now; they stay booked.
  public func say(
    _ hours: Hours, of mentor: String, _ event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, outside: [MentorSessionID]) {
    let (mentor, start, end) = try prepare(hours, of: mentor, event, in: unit)
    let isNew = try availability.insert(
      start, end, isException: hours.isException, of: mentor.id, event, in: unit)
    guard isNew else { return (.unchanged, []) }
    try log(hours.isException ? "given an exception" : "given hours", mentor, start, end, event, unit)
    return (.created, try availability.sessionsOutside(of: mentor.id, event, in: unit))
  }

  /// Takes back what was said of a mentor within a time: hours, or exceptions.
  /// - Returns: How much was taken back, and the booked sessions for which the mentor has no time now.
  public func takeBack(
    _ hours: Hours, of mentor: String, _ event: EventID, in unit: UnitOfWork
  ) throws -> (count: Int, outside: [MentorSessionID]) {
    let (mentor, start, end) = try prepare(hours, of: mentor, event, in: unit)
    let count = try availability.delete(
      within: start, end, isException: hours.isException, of: mentor.id, event, in: unit)
    guard count > 0 else { return (0, []) }
    try log(hours.isException ? "relieved of exceptions" : "relieved of hours", mentor, start, end, event, unit)
    return (count, try availability.sessionsOutside(of: mentor.id, event, in: unit))
  }

  /// The slots that nobody has booked, by time.
  /// - Parameter zone: Whose clocks tell the times; the event's where nil.
  public func freeSlots(
    of event: EventID, mentor: String? = nil, day: CalendarDate? = nil, zone: String? = nil, in snapshot: Snapshot
  ) throws -> (zone: String, slots: [FreeSlot]) {
    if let mentor { _ = try self.mentor(mentor, of: event, in: snapshot) }
    let zone = try self.zone(zone, of: event, in: snapshot)
    return (zone, try availability.freeSlots(of: event, mentor: mentor, day: day, zone: zone, in: snapshot))
  }

  private func prepare(
    _ hours: Hours, of mentor: String, _ event: EventID, in unit: UnitOfWork
  ) throws -> (StoredMentor, Timestamp, Timestamp) {
    let zone = try self.zone(hours.zone, of: event, in: unit)
    let (start, end) = (try instant(hours.start, in: zone, unit), try instant(hours.end, in: zone, unit))
    guard start < end else { throw MentoringError.endsBeforeStart(hours.start, hours.end) }
    let mentor = try locked(mentor, of: event, in: unit)
    // The lock waits for bookings under way before the hours change.
    try bookings.lock(mentors: [mentor.id], of: event, in: unit)
    return (mentor, start, end)
  }

  private func log(
    _ action: String, _ mentor: StoredMentor, _ start: Timestamp, _ end: Timestamp, _ event: EventID, _ unit: UnitOfWork
  ) throws {
    try audit.did(
      action, StoredMentor.auditNoun, mentor.auditKey,
      [AuditField("from", start.description), AuditField("until", end.description)], of: event, in: unit)
  }
}
