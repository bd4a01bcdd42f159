import Backend
import Events
import Mentoring
import Postgres
import TestBackend
import Testing
import Vocabulary

/// A time of the first day of the test's event, by its own clocks.
func at(_ clock: String, on day: String = "2026-05-08") throws -> LocalTime {
  try #require(LocalTime("\(day)T\(clock)"))
}

extension TestEvent {
  /// Adds mentors, who have time from 9 to 17 on the first day, in slots of half an hour.
  func add(mentors keys: String..., describe: @Sendable (inout Mentor) throws -> Void = { _ in }) async throws {
    let backend = backend
    let (start, end) = (try at("09:00"), try at("17:00"))
    try await change { event, unit in
      for key in keys {
        try backend.mentoring.add(try Slug(key), of: event, in: unit) { mentor in
          mentor.name = key.prefix(1).uppercased() + key.dropFirst()
          try describe(&mentor)
        }
        _ = try backend.mentoring.say(.init(from: start, to: end), of: key, event, in: unit)
      }
    }
  }

  @discardableResult
  func book(
    _ mentor: String, _ team: String, _ time: LocalTime, wait: Bool = false, room: String? = nil, minutes: Int? = nil
  ) async throws -> MentorSession {
    var wanted = Booking(mentor: mentor, team: team, start: time)
    (wanted.mayWait, wanted.room, wanted.minutes) = (wait, room, minutes)
    let (booking, backend) = (wanted, backend)
    return try await change { try backend.mentoring.book(booking, of: $0, in: $1) }
  }

  @discardableResult
  func move(
    _ session: MentorSession, to time: LocalTime? = nil, mentor: String? = nil
  ) async throws -> BookingResult {
    var wanted = Rebooking()
    (wanted.start, wanted.mentor) = (time, mentor)
    let (change, number, backend) = (wanted, Int(session.number.rawValue), backend)
    return try await self.change { try backend.mentoring.move(number, change, of: $0, in: $1) }
  }

  @discardableResult
  func cancel(_ session: MentorSession) async throws -> BookingResult {
    let (number, backend) = (Int(session.number.rawValue), backend)
    return try await change { try backend.mentoring.cancel(number, of: $0, in: $1) }
  }

  @discardableResult
  func restore(_ session: MentorSession) async throws -> MentorSession {
    let (number, backend) = (Int(session.number.rawValue), backend)
    return try await change { try backend.mentoring.restore(number, of: $0, in: $1) }
  }

  func allowSessionsPerDay(_ count: Int) async throws {
    let backend = backend
    try await change { event, unit in
      _ = try backend.events.edit(event, in: unit) { $0.mentorSessionsPerDay = count }
    }
  }

  func makeRoom(_ key: String) async throws {
    try await meddle("INSERT INTO room (event_id, key, name) VALUES (\(id.rawValue), '\(key)', '{\"en\": \"Room\"}')")
  }

  /// "ada 09:00 t1", by time; with a state where that is not booked.
  func sessions() async throws -> [String] {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      try backend.mentoring.sessions(of: id, in: snapshot).sessions.map { session in
        "\(session.mentor) \(session.slot.localStart.description.suffix(5)) \(session.team)"
          + (session.state == .booked ? "" : " \(session.state.rawValue)")
      }
    }
  }

  /// How many pairs of booked sessions share a mentor, a team or a room at once.
  func doubleBookings() async throws -> Int? {
    try await value(
      """
      SELECT count(*) FROM mentor_session AS a JOIN mentor_session AS b
        ON a.event_id = b.event_id AND a.session_id < b.session_id AND a.during && b.during
          AND (a.mentor_id = b.mentor_id OR a.team_id = b.team_id OR a.room_id = b.room_id)
      WHERE a.state = 'booked' AND b.state = 'booked'
      """)
  }
}
