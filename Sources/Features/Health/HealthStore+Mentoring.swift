import Postgres
import Vocabulary

extension HealthStore {
  /// A mentor session and a session of the programme at the same time that share a room, or perhaps a person.
  struct MentoringClash {
    let number: Int
    let programme: String
    /// The room that both are in.
    let room: String?
    let mentor: String
    /// Somebody who speaks there, where it is not the room.
    let speaker: String
  }

  func clashesWithProgramme() throws -> [MentoringClash] {
    try snapshot.rows(
      """
      SELECT s.session_id, a.key AS programme, r.key AS room, m.name AS mentor, COALESCE(p.name, '') AS speaker
      FROM mentor_session AS s
      JOIN mentor AS m USING (event_id, mentor_id)
      JOIN agenda_session AS a ON a.event_id = s.event_id AND a.during && s.during AND NOT a.is_cancelled
      LEFT JOIN room AS r ON r.event_id = s.event_id AND r.room_id = s.room_id AND r.room_id = a.room_id
      LEFT JOIN agenda_speaker AS p
        ON p.event_id = a.event_id AND p.session_id = a.session_id AND p.name IS NOT NULL AND r.key IS NULL
      WHERE s.event_id = \(event) AND s.state = 'booked' AND (r.key IS NOT NULL OR p.name IS NOT NULL)
      ORDER BY s.session_id, a.key, p.position
      """
    ).map { row in
      try MentoringClash(
        number: row["session_id"], programme: row["programme"], room: row["room"], mentor: row["mentor"],
        speaker: row["speaker"])
    }
  }

  func sessionsOutsideHours() throws -> [Int] {
    try numbers(
      """
      SELECT s.session_id FROM mentor_session AS s LEFT JOIN mentor_hours AS h USING (event_id, mentor_id)
      WHERE s.event_id = \(event) AND s.state = 'booked' AND NOT s.during <@ COALESCE(h.during, '{}')
      ORDER BY s.session_id
      """)
  }

  func sessionsOfTeamsOut() throws -> [Int] {
    try numbers(
      """
      SELECT s.session_id FROM mentor_session AS s JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event) AND s.state = 'booked' AND t.status <> 'active'
      ORDER BY s.session_id
      """)
  }

  /// Those whose mentor and team have nothing else then.
  func waitingForFreeSlots() throws -> [Int] {
    try numbers(
      """
      SELECT w.session_id
      FROM mentor_session AS w
      JOIN mentor_hours AS h USING (event_id, mentor_id)
      JOIN team AS t USING (event_id, team_id)
      WHERE w.event_id = \(event) AND w.state = 'waiting' AND w.during <@ h.during AND t.status = 'active'
        AND NOT EXISTS (
          SELECT FROM mentor_session AS s
          WHERE s.event_id = w.event_id AND s.state = 'booked' AND s.during && w.during
            AND (s.mentor_id = w.mentor_id OR s.team_id = w.team_id OR s.room_id = w.room_id))
      ORDER BY w.waiting_since, w.session_id
      """)
  }

  private func numbers(_ question: SQL) throws -> [Int] { try snapshot.rows(question).map { try $0.first() } }
}
