import Lookup
import Postgres
import Vocabulary

/// The SQL by which people's identities are taken out.
struct ErasureStore {
  /// The participant of this key, locked until the unit ends.
  func person(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> PersonToErase? {
    try unit.row(
      """
      SELECT participant_id, key, erased_at IS NOT NULL AS is_erased FROM participant
      WHERE event_id = \(event) AND key = \(key)
      FOR UPDATE
      """
    ).map(person)
  }

  func everybody(of event: EventID, in unit: UnitOfWork) throws -> [PersonToErase] {
    try unit.rows(
      """
      SELECT participant_id, key, erased_at IS NOT NULL AS is_erased FROM participant
      WHERE event_id = \(event) AND erased_at IS NULL
      ORDER BY participant_id
      FOR UPDATE
      """
    ).map(person)
  }

  func keys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM participant WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func hold(_ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("SET LOCAL statement_timeout = 0")
    // An import that is under way would bring back what is taken out here.
    try ImportLock.take(for: event, in: unit)
  }

  /// The new key is the person's number, made longer where somebody else is called so.
  func erase(_ numbers: [Int64], of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE participant AS p SET
        key = n.key, display_name = n.key, name_folded = '', given_name = '', family_name = '', email = NULL,
        email_folded = NULL, country = NULL, city = NULL, affiliation = NULL, affiliation_folded = NULL, languages = '', alias = NULL, registration_source = NULL,
        may_be_named = false, registered_as_written = NULL, erased_at = clock_timestamp()
      FROM (
        SELECT e.number, 'p-' || e.number || CASE WHEN o.key IS NULL THEN '' ELSE '-erased' END AS key
        FROM unnest(\(numbers)::bigint[]) AS e (number)
        LEFT JOIN participant AS o ON o.event_id = \(event) AND o.key = 'p-' || e.number AND o.participant_id <> e.number
      ) AS n
      WHERE p.event_id = \(event) AND p.participant_id = n.number
      """)
  }

  /// What identifies people now: their keys, addresses and names, and what files call them.
  func identities(of numbers: [Int64], _ event: EventID, in unit: UnitOfWork) throws -> [(
    person: Int64, identity: PersonIdentity
  )] {
    try unit.rows(
      """
      SELECT p.participant_id AS person, p.key, p.email, p.display_name, NULL AS source, NULL AS source_key FROM participant AS p
      WHERE p.event_id = \(event) AND p.participant_id = ANY (\(numbers)::bigint[])
      UNION ALL
      SELECT o.record_id, NULL, NULL, NULL, o.source, o.source_key FROM import_origin AS o
      WHERE o.event_id = \(event) AND o.noun = 'participant' AND o.record_id = ANY (\(numbers)::bigint[])
        AND o.source_key IS NOT NULL
      """
    ).flatMap { row -> [(person: Int64, identity: PersonIdentity)] in
      let person: Int64 = try row["person"]
      let (key, email, name): (String?, String?, String?) = try (row["key"], row["email"], row["display_name"])
      guard let key, let name else {
        return [(person, PersonIdentity.source(try row["source"], try row["source_key"]))]
      }
      return (PersonIdentity.of(key: key, email.flatMap(EmailAddress.init)) + [.name(name)]).map { (person, $0) }
    }
  }

  /// Makes the key of somebody who was erased free for another one.
  /// - Returns: Whose key it was; nil when nobody erased has it.
  func freeKey(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Int64? {
    try unit.value(
      """
      UPDATE participant AS p SET key = n.key, display_name = n.key
      FROM (
        SELECT \(key)::text || repeat('-erased', i) AS key FROM generate_series(1, 5) AS i
        WHERE NOT EXISTS (
          SELECT FROM participant AS o WHERE o.event_id = \(event) AND o.key = \(key)::text || repeat('-erased', i))
        ORDER BY i LIMIT 1) AS n
      WHERE p.event_id = \(event) AND p.key = \(key) AND p.erased_at IS NOT NULL
      RETURNING p.participant_id
      """)
  }

  /// The row as it stands, without the event's number.
  func record(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> String? {
    try snapshot.value(
      """
      SELECT (to_jsonb(p) - '{event_id,email_folded,name_folded,affiliation_folded}'::text[])::text FROM participant AS p
      WHERE p.event_id = \(event) AND p.participant_id = \(number)
      """)
  }

  func number(of key: String, _ event: EventID, in snapshot: Snapshot) throws -> Int64? {
    try snapshot.value("SELECT participant_id FROM participant WHERE event_id = \(event) AND key = \(key)")
  }

  private func person(_ row: Row) throws -> PersonToErase {
    try PersonToErase(number: row["participant_id"], key: row["key"], isErased: row["is_erased"])
  }
}
