import Audit
public import Postgres
public import Vocabulary

/// How sessions come to be booked, moved and cancelled. Every way into a booked state asks for the obstacle first, which
/// locks the mentor, the team and the room; the schema refuses a booking without these locks.
extension MentoringService {
  /// Books a session, or lets it wait where that is allowed and the mentor alone stands in its way.
  public func book(_ booking: Booking, of event: EventID, in unit: UnitOfWork) throws -> MentorSession {
    let (call, stretch) = try settle(booking, of: event, in: unit)
    let numbers = try numbers(of: booking, call, event, in: unit)
    var state = MentorSession.State.booked
    if let obstacle = try bookings.obstacle(for: numbers, stretch.start, stretch.end, event, in: unit) {
      guard obstacle == .mentorIsTaken, booking.mayWait else {
        throw refusal(obstacle, booking, call, stretch)
      }
      state = .waiting
    }
    let number = try refusing(booking, call, stretch) {
      try bookings.insert(numbers, stretch.start, stretch.end, state, event, in: unit)
    }
    let session = MentorSession(
      number: number, mentor: booking.mentor, mentorName: call.mentorName, team: booking.team, room: booking.room,
      state: state, stretch: stretch, numbers: numbers)
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
    let (call, stretch) = try settle(booking, of: event, in: unit)
    let numbers = try numbers(of: booking, call, event, in: unit)
    let (old, queue) = try lock(seen, andFor: numbers, zone: zone, of: event, in: unit)
    guard old.state != .cancelled else { throw BookingError.isCancelled(number) }
    var new = old
    (new.mentor, new.mentorName, new.room) = (booking.mentor, call.mentorName, booking.room)
    (new.numbers, new.stretch, new.state) = (numbers, stretch, .booked)
    if let obstacle = try bookings.obstacle(
      for: numbers, stretch.start, stretch.end, session: old.number, event, in: unit)
    {
      guard obstacle == .mentorIsTaken, old.state == .waiting else { throw refusal(obstacle, booking, call, stretch) }
      new.state = .waiting
    }
    guard old != new else { return BookingResult(session: old, movedUp: []) }
    try refusing(booking, call, stretch) { try bookings.update(new, of: event, in: unit) }
    try audit.updated(from: old, to: new, of: event, in: unit)
    return BookingResult(session: new, movedUp: try moveUp(queue, zone: zone, of: event, in: unit))
  }

  /// Cancels a session; the next team on the waiting list gets its time.
  public func cancel(_ number: Int, of event: EventID, in unit: UnitOfWork) throws -> BookingResult {
    let zone = try places.zone(of: event, in: unit)
    let seen = try session(number, zone: zone, of: event, in: unit)
    let (old, queue) = try lock(seen, andFor: seen.numbers, zone: zone, of: event, in: unit)
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
    let zone = try places.zone(of: event, in: unit)
    let seen = try session(number, zone: zone, of: event, in: unit)
    let booking = booking(seen, changed: Rebooking())
    let (old, _) = try lock(seen, andFor: seen.numbers, zone: zone, of: event, in: unit)
    guard old.state != .booked else { return old }
    var new = old
    new.state = .booked
    if let obstacle = try bookings.obstacle(
      for: old.numbers, old.stretch.start, old.stretch.end, session: old.number, event, in: unit)
    {
      guard obstacle == .mentorIsTaken, mayWait else {
        let (call, stretch) = try settle(booking, of: event, in: unit)
        throw refusal(obstacle, booking, call, stretch)
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
      mentor: change.mentor ?? session.mentor, team: session.team, start: change.start ?? session.stretch.localStart)
    booking.zone = change.zone
    booking.room = (change.room ?? session.room).flatMap { $0.isEmpty ? nil : $0 }
    let length = session.stretch.end.microseconds - session.stretch.start.microseconds
    booking.minutes = change.minutes ?? Int(length / 60_000_000)
    // The same hour that the clocks show twice stays the one that it was.
    booking.instant = change.start == nil ? session.stretch.start : nil
    return booking
  }
}
