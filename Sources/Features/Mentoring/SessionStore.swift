import Postgres
import Vocabulary

/// The SQL by which sessions are read and judged.
struct SessionStore {
  /// The sessions by time, those that wait in the order in which they move up.
  /// - Parameter zone: Whose clocks tell the times and the days.
  func all(
    of event: EventID, _ filter: SessionFilter = SessionFilter(), only number: MentorSessionID? = nil, zone: String,
    in snapshot: Snapshot
  ) throws -> [MentorSession] {
    try snapshot.rows(
      """
      SELECT s.session_id, s.mentor_id, s.team_id, s.room_id, s.request_id, s.state, s.attended, s.rating, s.feedback,
        m.key AS mentor, m.name AS mentor_name, t.key AS team, r.key AS room,
        lower(s.during) AS starts, upper(s.during) AS ends, local_text(lower(s.during), \(zone)) AS local_start,
        local_text(upper(s.during), \(zone)) AS local_end
      FROM mentor_session AS s
      JOIN mentor AS m USING (event_id, mentor_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN room AS r USING (event_id, room_id)
      WHERE s.event_id = \(event) AND s.session_id = COALESCE(\(number)::bigint, s.session_id)
        AND m.key = COALESCE(\(filter.mentor), m.key) AND t.key = COALESCE(\(filter.team), t.key)
        AND s.state = COALESCE(\(filter.state), s.state)
        AND (\(filter.day)::date IS NULL OR (lower(s.during) AT TIME ZONE \(zone))::date = \(filter.day)::date)
      ORDER BY s.during, m.key, s.state, s.waiting_since, s.session_id
      """
    ).map(session)
  }

  func judge(_ session: MentorSession, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE mentor_session SET attended = \(session.attended), rating = \(session.rating), feedback = \(session.feedback)
      WHERE event_id = \(event) AND session_id = \(session.number)
      """)
  }

  /// Keeps a session from being changed until the unit ends.
  func lockRow(_ number: MentorSessionID, of event: EventID, in unit: UnitOfWork) throws {
    _ = try unit.execute(
      "SELECT FROM mentor_session WHERE event_id = \(event) AND session_id = \(number) FOR NO KEY UPDATE")
  }

  private func session(_ row: Row) throws -> MentorSession {
    try MentorSession(
      number: row["session_id"], mentor: row["mentor"], mentorName: row["mentor_name"], team: row["team"],
      room: row["room"], state: row["state"], slot: TimeSlot(row), request: row["request_id"],
      attended: row["attended"], rating: row["rating"], feedback: row["feedback"],
      ids: MentorSession.IDs(mentor: row["mentor_id"], team: row["team_id"], room: row["room_id"]))
  }
}
