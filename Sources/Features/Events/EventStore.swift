import Postgres
import Vocabulary

/// All SQL about events.
struct EventStore {
  /// - Parameter due: The instant of the deadline.
  func insert(_ event: Event, due: Timestamp?, in unit: UnitOfWork) throws -> EventID {
    try unit.inserted(
      """
      INSERT INTO event (
        slug, name, theme, purpose, notice, mode, time_zone, starts_on, ends_on, announced_on, registration_from,
        registration_to, submissions_due_at, grace_minutes, judging_from, judging_to, languages, team_size, team_minimum,
        mentor_sessions_per_day, stated_participants, stated_nationalities)
      VALUES (
        \(event.slug), \(event.name), \(event.theme), \(event.purpose), \(event.notice), \(event.mode), \(event.timeZone),
        \(event.startsOn), \(event.endsOn), \(event.announcedOn), \(event.registrationFrom), \(event.registrationTo),
        \(due), \(event.graceMinutes), \(event.judgingFrom), \(event.judgingTo), \(event.languages), \(event.teamSize),
        \(event.teamMinimum), \(event.mentorSessionsPerDay), \(event.statedParticipants), \(event.statedNationalities))
      RETURNING event_id
      """)
  }

  func update(_ event: Event, due: Timestamp?, of id: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE event SET
        name = \(event.name), theme = \(event.theme), purpose = \(event.purpose), notice = \(event.notice),
        mode = \(event.mode), time_zone = \(event.timeZone), starts_on = \(event.startsOn), ends_on = \(event.endsOn),
        announced_on = \(event.announcedOn), registration_from = \(event.registrationFrom),
        registration_to = \(event.registrationTo), submissions_due_at = \(due),
        grace_minutes = \(event.graceMinutes), judging_from = \(event.judgingFrom), judging_to = \(event.judgingTo), languages = \(event.languages), team_size = \(event.teamSize),
        team_minimum = \(event.teamMinimum), mentor_sessions_per_day = \(event.mentorSessionsPerDay),
        stated_participants = \(event.statedParticipants), stated_nationalities = \(event.statedNationalities)
      WHERE event_id = \(id)
      """)
  }

  /// The event, locked until the unit ends.
  func locked(_ id: EventID, in unit: UnitOfWork) throws -> StoredEvent {
    _ = try unit.execute("SELECT FROM event WHERE event_id = \(id) FOR UPDATE")
    guard let event = try all(in: unit).first(where: { $0.id == id }) else { throw EventError.noEvent }
    return event
  }

  func all(in snapshot: Snapshot) throws -> [StoredEvent] {
    try snapshot.rows(
      """
      SELECT event_id, slug, name, theme, purpose, notice, mode, time_zone, starts_on, ends_on, announced_on,
        registration_from, registration_to, submissions_due_at, grace_minutes,
        to_char(submissions_due_at AT TIME ZONE time_zone, 'YYYY-MM-DD"T"HH24:MI') AS deadline, judging_from, judging_to,
        array_to_string(languages, ' ') AS languages, team_size, team_minimum, mentor_sessions_per_day,
        stated_participants, stated_nationalities, phase_now(event_id, phase) AS phase
      FROM event
      ORDER BY starts_on, event_id
      """
    ).map { row in
      let languages: String = try row["languages"]
      var event = try Event(
        slug: row["slug"], name: row["name"], timeZone: row["time_zone"], startsOn: row["starts_on"],
        endsOn: row["ends_on"], languages: languages.split(separator: " ").compactMap { Language(rawValue: String($0)) }
      )
      event.theme = try row["theme"]
      event.purpose = try row["purpose"]
      event.notice = try row["notice"]
      event.mode = try row["mode"]
      event.announcedOn = try row["announced_on"]
      event.registrationFrom = try row["registration_from"]
      event.registrationTo = try row["registration_to"]
      event.deadline = try (row["deadline"] as String?).flatMap { LocalTime($0) }
      event.graceMinutes = try row["grace_minutes"]
      event.judgingFrom = try row["judging_from"]
      event.judgingTo = try row["judging_to"]
      event.teamSize = try row["team_size"]
      event.teamMinimum = try row["team_minimum"]
      event.mentorSessionsPerDay = try row["mentor_sessions_per_day"]
      event.statedParticipants = try row["stated_participants"]
      event.statedNationalities = try row["stated_nationalities"]
      return try StoredEvent(
        id: row["event_id"], event: event, phase: row["phase"], submissionsDueAt: row["submissions_due_at"])
    }
  }

  func counts(of event: EventID, in snapshot: Snapshot) throws -> EventCounts {
    let row = try snapshot.row(
      """
      SELECT
        COALESCE((SELECT people FROM attendance WHERE event_id = \(event)), 0) AS participants,
        COALESCE((SELECT nationalities FROM attendance WHERE event_id = \(event)), 0) AS nationalities,
        (SELECT count(*) FROM team WHERE event_id = \(event)) AS teams,
        (SELECT count(*) FROM submission WHERE event_id = \(event)) AS submissions
      """)
    guard let row else { throw EventError.noEvent }
    return try EventCounts(
      participants: row["participants"], nationalities: row["nationalities"], teams: row["teams"],
      submissions: row["submissions"])
  }

  func rubricKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT DISTINCT key FROM rubric WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }
}
