import CanonicalJSON
import Postgres
import Vocabulary

/// The SQL by which the tables are compared with the records of their rows, and the records with the log.
struct RowVerificationStore {
  let event: EventID
  let snapshot: Snapshot

  /// Where the records do not agree with the log, in words; nil where they do.
  func firstWrongRecord() throws -> String? {
    let row = try snapshot.row(
      """
      WITH held AS MATERIALIZED (
        SELECT p.name, e.number, t.records, t.sha256 IS DISTINCT FROM e.records_sha256 AS is_wrong
        FROM audit_entry AS e JOIN principal AS p USING (event_id, principal_id)
        CROSS JOIN LATERAL (
          SELECT count(*) AS records, sha256(string_agg(row_record_hash(r), ''::bytea ORDER BY r.record_id)) AS sha256
          FROM row_record AS r
          WHERE r.event_id = e.event_id AND r.record_id BETWEEN e.first_record AND e.last_record
            AND r.transaction = (
              SELECT f.transaction FROM row_record AS f WHERE f.event_id = e.event_id AND f.record_id = e.first_record)
        ) AS t
        WHERE e.event_id = \(event) AND e.first_record IS NOT NULL
      )
      SELECT (SELECT COALESCE(sum(records), 0)::bigint FROM held) AS held,
        (SELECT count(*) FROM row_record AS r WHERE r.event_id = \(event)) AS records, w.name, w.number
      FROM (VALUES (1)) AS one LEFT JOIN (
        SELECT name, number FROM held WHERE is_wrong ORDER BY name, number LIMIT 1) AS w ON true
      """)
    guard let row else { return nil }
    let (held, records, name, number): (Int, Int, String?, Int?) =
      try (row["held"], row["records"], row["name"], row["number"])
    if let name, let number {
      return "the records of rows that entry \(number) of \(quoted(name)) holds were changed or removed"
    }
    guard held != records else { return nil }
    let first = try firstLooseRelation().map { "; the first is of the table \(quoted($0))" } ?? ""
    return "\(records - held) of \(records) records of rows are held by no entry\(first)"
  }

  /// The table of the first record that no entry holds.
  private func firstLooseRelation() throws -> String? {
    try snapshot.value(
      """
      SELECT r.relation FROM row_record AS r
      WHERE r.event_id = \(event) AND NOT EXISTS (
        SELECT FROM audit_entry AS e
        JOIN row_record AS f ON f.event_id = e.event_id AND f.record_id = e.first_record
        WHERE e.event_id = \(event) AND r.record_id BETWEEN e.first_record AND e.last_record
          AND f.transaction = r.transaction)
      ORDER BY r.record_id LIMIT 1
      """)
  }

  /// The tables whose rows are recorded.
  func relations() throws -> [String] {
    try snapshot.rows("SELECT relation FROM recorded_tables()").map { try $0["relation"] }
  }

  /// The first row that is not what its record says, and how many there are; nil where all are.
  /// - Parameter relations: The tables to compare; those that a result is made of where there are none.
  func firstDifference(in relations: [String]? = nil) throws -> (difference: RowDifference, count: Int)? {
    let row = try snapshot.row(
      """
      SELECT relation, key, recorded, found, count(*) OVER () AS count
      FROM rows_that_differ(\(event), COALESCE(\(relations)::text[], tables_of_results())) WITH ORDINALITY AS d (relation, key, recorded, found, position)
      ORDER BY position LIMIT 1
      """)
    guard let row else { return nil }
    let key = try JSON(parsing: row["key"])
    let difference = try RowDifference(
      relation: row["relation"], key: named(key), recorded: (row["recorded"] as String?).map(JSON.init(parsing:)),
      found: (row["found"] as String?).map(JSON.init(parsing:)))
    return (difference, try row["count"])
  }

  /// The members of a key, with what people call a thing in the place of its number.
  private func named(_ key: JSON) throws -> [(name: String, value: String)] {
    try (key.members ?? []).map { member in
      let value = member.value.text ?? member.value.canonical
      guard let number = member.value.integer else { return (member.key, value) }
      let name: String? =
        switch member.key {
        case "team_id": try snapshot.value("SELECT key FROM team WHERE event_id = \(event) AND team_id = \(number)")
        case "judge_id": try snapshot.value("SELECT code FROM judge WHERE event_id = \(event) AND judge_id = \(number)")
        case "round_id": try snapshot.value("SELECT key FROM round WHERE event_id = \(event) AND round_id = \(number)")
        case "rubric_id":
          try snapshot.value("SELECT key FROM rubric WHERE event_id = \(event) AND rubric_id = \(number)")
        case "criterion_id":
          try snapshot.value("SELECT key FROM criterion WHERE event_id = \(event) AND criterion_id = \(number)")
        case "prize_id": try snapshot.value("SELECT key FROM prize WHERE event_id = \(event) AND prize_id = \(number)")
        case "principal_id":
          try snapshot.value("SELECT name FROM principal WHERE event_id = \(event) AND principal_id = \(number)")
        default: nil
        }
      return (member.key.hasSuffix("_id") ? String(member.key.dropLast(3)) : member.key, name ?? value)
    }
  }
}
