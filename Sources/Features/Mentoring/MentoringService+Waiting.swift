import Audit
import Postgres
import Vocabulary

/// The waiting list: one for each mentor's time, first come, first served.
extension MentoringService {
  typealias Queue = [(session: MentorSessionID, numbers: MentorSession.Numbers)]

  /// Locks a session's mentor, team and room and those of the teams that wait for its time, so that nobody books it in between.
  ///
  /// Mentors are locked first: then nobody else begins to wait for them, and the others are known.
  /// - Returns: The session as it is now, and who waits for the time that it leaves.
  func lock(
    _ seen: MentorSession, andFor numbers: MentorSession.Numbers, zone: String, of event: EventID, in unit: UnitOfWork
  ) throws -> (session: MentorSession, queue: Queue) {
    try bookings.lock(mentors: [seen.numbers.mentor, numbers.mentor], of: event, in: unit)
    let now = try session(Int(seen.number.rawValue), zone: zone, of: event, in: unit)
    guard now.numbers == seen.numbers, now.stretch == seen.stretch else {
      throw BookingError.changedMeanwhile(Int(seen.number.rawValue))
    }
    let queue =
      now.state == .booked
      ? try bookings.waiting(for: now.numbers.mentor, now.stretch.start, now.stretch.end, event, in: unit) : []
    try bookings.lock(
      teams: [now.numbers.team] + queue.map(\.numbers.team),
      rooms: [now.numbers.room, numbers.room].compactMap(\.self) + queue.compactMap(\.numbers.room), of: event, in: unit
    )
    return (now, queue)
  }

  /// Books each of those who wait if nothing stands in the way any more; the others wait on.
  func moveUp(_ queue: Queue, zone: String, of event: EventID, in unit: UnitOfWork) throws -> [MentorSession] {
    try queue.compactMap { waiting in
      let old = try session(Int(waiting.session.rawValue), zone: zone, of: event, in: unit)
      let obstacle = try bookings.obstacle(
        for: old.numbers, old.stretch.start, old.stretch.end, session: old.number, event, in: unit)
      guard old.state == .waiting, obstacle == nil else { return nil }
      var new = old
      new.state = .booked
      try bookings.update(new, of: event, in: unit)
      try audit.updated(from: old, to: new, of: event, in: unit)
      return new
    }
  }
}
