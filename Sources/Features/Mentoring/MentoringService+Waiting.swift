import Audit
import Postgres
import Vocabulary

/// The waiting list: one for each mentor's time, first come, first served.
extension MentoringService {
  typealias Queue = [(session: MentorSessionID, ids: MentorSession.IDs)]

  /// Locks a session's mentor, team and room and those of the teams that wait for its time, so that nobody books it in between.
  ///
  /// Mentors are locked first: then nobody else begins to wait for them, and the others are known.
  /// - Returns: The session as it is now, and who waits for the time that it leaves.
  func lock(
    _ seen: MentorSession, andFor ids: MentorSession.IDs, zone: String, of event: EventID, in unit: UnitOfWork
  ) throws -> (session: MentorSession, queue: Queue) {
    try bookings.lock(mentors: [seen.ids.mentor, ids.mentor], of: event, in: unit)
    let now = try session(Int(seen.number.rawValue), zone: zone, of: event, in: unit)
    guard now.ids == seen.ids, now.slot == seen.slot else {
      throw BookingError.changedMeanwhile(Int(seen.number.rawValue))
    }
    let queue =
      now.state == .booked
      ? try bookings.waiting(for: now.ids.mentor, now.slot.start, now.slot.end, event, in: unit) : []
    try bookings.lock(
      teams: [now.ids.team] + queue.map(\.ids.team),
      rooms: [now.ids.room, ids.room].compactMap(\.self) + queue.compactMap(\.ids.room), of: event, in: unit
    )
    return (now, queue)
  }

  /// Books each of those who wait if nothing prevents it; the others keep waiting.
  func moveUp(_ queue: Queue, zone: String, of event: EventID, in unit: UnitOfWork) throws -> [MentorSession] {
    try queue.compactMap { waiting in
      let old = try session(Int(waiting.session.rawValue), zone: zone, of: event, in: unit)
      let conflict = try bookings.conflict(
        for: old.ids, old.slot.start, old.slot.end, session: old.number, event, in: unit)
      guard old.state == .waiting, conflict == nil else { return nil }
      var new = old
      new.state = .booked
      try bookings.update(new, of: event, in: unit)
      try audit.updated(from: old, to: new, of: event, in: unit)
      return new
    }
  }
}
