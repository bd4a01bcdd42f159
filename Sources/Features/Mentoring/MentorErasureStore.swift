import Lookup
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

  /// The keys and addresses that mentors have now.
  func identities(of mentors: [MentorID], _ event: EventID, in unit: UnitOfWork) throws -> [PersonIdentity] {
    try unit.rows(
      "SELECT key, email FROM mentor WHERE event_id = \(event) AND mentor_id = ANY (\(mentors)::bigint[])"
    ).flatMap { row in
      let email: String? = try row["email"]
      return PersonIdentity.of(key: try row["key"], email.flatMap(EmailAddress.init))
    }
  }

  func isErased(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      "SELECT EXISTS (SELECT FROM mentor WHERE event_id = \(event) AND key = \(key) AND erased_at IS NOT NULL)")
      ?? false
  }

  /// Makes the key of somebody who was erased free for another one.
  /// - Returns: Whose key it was; nil when nobody erased has it.
  func freeKey(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> MentorID? {
    try unit.value(
      """
      UPDATE mentor AS m SET key = n.key, name = n.key, name_folded = n.key
      FROM (
        SELECT \(key)::text || repeat('-erased', i) AS key FROM generate_series(1, 5) AS i
        WHERE NOT EXISTS (
          SELECT FROM mentor AS o WHERE o.event_id = \(event) AND o.key = \(key)::text || repeat('-erased', i))
        ORDER BY i LIMIT 1) AS n
      WHERE m.event_id = \(event) AND m.key = \(key) AND m.erased_at IS NOT NULL
      RETURNING m.mentor_id
      """)
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
