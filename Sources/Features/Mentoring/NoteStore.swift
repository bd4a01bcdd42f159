import Postgres
import Vocabulary

/// All SQL about notes.
struct NoteStore {
  func insert(
    _ text: String, on team: TeamID, by mentor: MentorID?, _ event: EventID, in unit: UnitOfWork
  ) throws -> Int {
    try unit.inserted(
      """
      INSERT INTO mentor_note (event_id, team_id, mentor_id, text) VALUES (\(event), \(team), \(mentor), \(text))
      RETURNING note_id
      """)
  }

  /// The notes in the order in which they were written.
  func all(of event: EventID, team: String?, in snapshot: Snapshot) throws -> [MentorNote] {
    try snapshot.rows(
      """
      SELECT n.note_id, t.key AS team, m.key AS mentor, n.text, n.written_at
      FROM mentor_note AS n
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN mentor AS m USING (event_id, mentor_id)
      WHERE n.event_id = \(event) AND t.key = COALESCE(\(team), t.key)
      ORDER BY n.note_id
      """
    ).map { row in
      try MentorNote(
        number: row["note_id"], team: row["team"], mentor: row["mentor"], text: row["text"],
        writtenAt: row["written_at"])
    }
  }
}
