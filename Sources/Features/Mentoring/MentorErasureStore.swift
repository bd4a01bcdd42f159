import Postgres
import Vocabulary

/// The SQL by which mentors' identities are taken out.
struct MentorErasureStore {
  func all(of event: EventID, in unit: UnitOfWork) throws -> [MentorID] {
    try unit.rows(
      """
      SELECT mentor_id FROM mentor WHERE event_id = \(event) AND erased_at IS NULL
      ORDER BY mentor_id
      FOR NO KEY UPDATE
      """
    ).map { try $0["mentor_id"] }
  }

  /// The new key is the mentor's number, made longer where another mentor is called so.
  func erase(_ mentors: [MentorID], of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE mentor AS m SET
        key = n.key, name = n.key, name_folded = n.key, email = NULL, email_folded = NULL, expertise = '{}', languages = '',
        time_zone = e.time_zone, erased_at = clock_timestamp()
      FROM event AS e, (
        SELECT g.number, 'm-' || g.number || CASE WHEN o.key IS NULL THEN '' ELSE '-erased' END AS key
        FROM unnest(\(mentors)::bigint[]) AS g (number)
        LEFT JOIN mentor AS o ON o.event_id = \(event) AND o.key = 'm-' || g.number AND o.mentor_id <> g.number
      ) AS n
      WHERE m.event_id = \(event) AND e.event_id = m.event_id AND m.mentor_id = n.number
      """)
  }
}
