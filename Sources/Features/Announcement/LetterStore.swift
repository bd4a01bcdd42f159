import Postgres
import Vocabulary

/// The SQL of whom letters go to.
struct LetterStore {
  func recipients(of event: EventID, in snapshot: Snapshot) throws -> [LetterRecipient] {
    try snapshot.rows(
      """
      SELECT t.key, t.name,
        COALESCE(string_agg(p.email, ', ' ORDER BY m.is_captain DESC, p.key), '') AS addresses,
        COALESCE(string_agg(p.languages, '|' ORDER BY m.is_captain DESC, p.key), '') AS spoken
      FROM team AS t
      LEFT JOIN team_member AS m USING (event_id, team_id)
      LEFT JOIN participant AS p USING (event_id, participant_id)
      WHERE t.event_id = \(event) AND t.status = 'active'
      GROUP BY t.event_id, t.team_id
      ORDER BY t.key
      """
    ).map { row in
      let spoken: String = try row["spoken"]
      return LetterRecipient(
        team: try row["key"], name: try row["name"], addresses: try row["addresses"],
        spoken: spoken.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.split(separator: " ").map(String.init)
        })
    }
  }
}
