import Postgres
import Vocabulary

/// The SQL about what imports remember of a person.
struct ImportPeopleStore {
  func delete(_ numbers: [Int64], of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM import_origin
      WHERE event_id = \(event) AND noun = 'participant' AND record_id = ANY(\(numbers)::bigint[])
      """)
  }

  func count(_ numbers: [Int64], of event: EventID, in snapshot: Snapshot) throws -> Int {
    try snapshot.value(
      """
      SELECT count(*) FROM import_origin
      WHERE event_id = \(event) AND noun = 'participant' AND record_id = ANY(\(numbers)::bigint[])
      """) ?? 0
  }

  func record(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value(
      """
      SELECT COALESCE(jsonb_agg(jsonb_build_object(
        'source', source, 'source_key', source_key, 'fields', fields) ORDER BY source), '[]')::text
      FROM import_origin
      WHERE event_id = \(event) AND noun = 'participant' AND record_id = \(number)
      """) ?? "[]"
  }
}
