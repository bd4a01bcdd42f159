import Audit
import Lookup
public import Postgres
public import Vocabulary

/// How sessions come to be booked, moved and cancelled. Every way into a booked state asks for a conflict first, which
/// locks the mentor, the team and the room; the schema refuses a booking without these locks.
extension MentoringService {
  /// Books a session, or lets it wait where that is allowed and the mentor alone stands in its way.
  public func book(_ booking: Booking, of event: EventID, in unit: UnitOfWork) throws -> MentorSession {
    let (resolved, slot) = try resolve(booking, of: event, in: unit)
    let ids = try ids(of: booking, resolved, event, in: unit)
    var state = MentorSession.State.booked
    if let conflict = try bookings.conflict(for: ids, slot.start, slot.end, event, in: unit) {
      guard conflict == .mentorIsTaken, booking.mayWait else {
        throw refusal(conflict, booking, resolved, slot)
      }
      state = .waiting
    }
    let number = try refusing(booking, resolved, slot) {
      try bookings.insert(ids, slot.start, slot.end, state, event, in: unit)
    }
    let session = MentorSession(
      number: number, mentor: booking.mentor, mentorName: resolved.mentorName, team: booking.team, room: booking.room,
      state: state, slot: slot, ids: ids)
    try audit.created(session, of: event, in: unit)
    return session
  }

  /// Gives a session another time, mentor or room; who waits for the time that becomes free moves up.
  ///
  /// A session that waits is booked where that is possible, and waits on otherwise.
  public func move(
    _ number: Int, _ change: Rebooking, of event: EventID, in unit: UnitOfWork
  ) throws -> BookingResult {
    let zone = try self.zone(change.zone, of: event, in: unit)
    let seen = try session(number, zone: zone, of: event, in: unit)
    guard seen.state != .cancelled else { throw BookingError.isCancelled(number) }
    let booking = booking(seen, changed: change)
    let (resolved, slot) = try resolve(booking, of: event, in: unit)
    let ids = try ids(of: booking, resolved, event, in: unit)
    let (old, queue) = try lock(seen, andFor: ids, zone: zone, of: event, in: unit)
    guard old.state != .cancelled else { throw BookingError.isCancelled(number) }
    var new = old
    (new.mentor, new.mentorName, new.room) = (booking.mentor, resolved.mentorName, booking.room)
    (new.ids, new.slot, new.state) = (ids, slot, .booked)
    if let conflict = try bookings.conflict(
      for: ids, slot.start, slot.end, session: old.number, event, in: unit)
    {
      guard conflict == .mentorIsTaken, old.state == .waiting else { throw refusal(conflict, booking, resolved, slot) }
      new.state = .waiting
    }
    guard old != new else { return BookingResult(session: old, movedUp: []) }
    try refusing(booking, resolved, slot) { try bookings.update(new, of: event, in: unit) }
    try audit.updated(from: old, to: new, of: event, in: unit)
    return BookingResult(session: new, movedUp: try moveUp(queue, zone: zone, of: event, in: unit))
  }

  /// Cancels a session; the next team on the waiting list gets its time.
  public func cancel(_ number: Int, of event: EventID, in unit: UnitOfWork) throws -> BookingResult {
    let zone = try ZoneStore.zone(of: event, in: unit)
    let seen = try session(number, zone: zone, of: event, in: unit)
    let (old, queue) = try lock(seen, andFor: seen.ids, zone: zone, of: event, in: unit)
    guard old.state != .cancelled else { return BookingResult(session: old, movedUp: []) }
    var new = old
    (new.state, new.attended, new.rating, new.feedback) = (.cancelled, nil, nil, nil)
    try bookings.update(new, of: event, in: unit)
    try audit.updated(from: old, to: new, of: event, in: unit)
    return BookingResult(session: new, movedUp: try moveUp(queue, zone: zone, of: event, in: unit))
  }

  /// Books a session that is cancelled or waits.
  /// - Parameter mayWait: Whether to wait when the mentor has another session then.
  public func restore(
    _ number: Int, mayWait: Bool = false, of event: EventID, in unit: UnitOfWork
  ) throws -> MentorSession {
    let zone = try ZoneStore.zone(of: event, in: unit)
    let seen = try session(number, zone: zone, of: event, in: unit)
    let booking = booking(seen, changed: Rebooking())
    let (old, _) = try lock(seen, andFor: seen.ids, zone: zone, of: event, in: unit)
    guard old.state != .booked else { return old }
    var new = old
    new.state = .booked
    if let conflict = try bookings.conflict(
      for: old.ids, old.slot.start, old.slot.end, session: old.number, event, in: unit)
    {
      guard conflict == .mentorIsTaken, mayWait else {
        let (resolved, slot) = try resolve(booking, of: event, in: unit)
        throw refusal(conflict, booking, resolved, slot)
      }
      new.state = .waiting
    }
    guard old != new else { return old }
    try bookings.update(new, of: event, in: unit)
    let kept = try session(number, zone: zone, of: event, in: unit)
    try audit.updated(from: old, to: kept, of: event, in: unit)
    return kept
  }

  /// The booking that a session is, with some of it replaced.
  private func booking(_ session: MentorSession, changed change: Rebooking) -> Booking {
    var booking = Booking(
      mentor: change.mentor ?? session.mentor, team: session.team, start: change.start ?? session.slot.localStart)
    booking.zone = change.zone
    booking.room = (change.room ?? session.room).flatMap { $0.isEmpty ? nil : $0 }
    let length = session.slot.end.microseconds - session.slot.start.microseconds
    booking.minutes = change.minutes ?? Int(length / 60_000_000)
    // The same hour that the clocks show twice stays the one that it was.
    booking.instant = change.start == nil ? session.slot.start : nil
    return booking
  }
}
