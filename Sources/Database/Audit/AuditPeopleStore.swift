import Postgres
import Vocabulary

/// The SQL about what the log holds of people in the clear, beside its hashes.
struct AuditPeopleStore {
  func values(of numbers: [Int64], _ keys: [String], _ event: EventID, in snapshot: Snapshot) throws -> Int {
    try snapshot.value(
      """
      SELECT count(*) FROM audit_personal_values_of(\(event), \(numbers)::bigint[], \(keys)::text[])
      """) ?? 0
  }

  func erase(_ numbers: [Int64], _ keys: [String], of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM audit_personal_value AS v
      USING audit_personal_values_of(\(event), \(numbers)::bigint[], \(keys)::text[]) AS o
      WHERE v.event_id = \(event) AND v.principal_id = o.principal_id AND v.number = o.number AND v.field = o.field
        AND v.side = o.side
      """)
  }

  func values(under noun: String, _ keys: [String], of event: EventID, in snapshot: Snapshot) throws -> Int {
    try snapshot.value("SELECT count(*) FROM audit_personal_values_under(\(event), \(noun), \(keys)::text[])") ?? 0
  }

  func erase(under noun: String, _ keys: [String], of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM audit_personal_value AS v
      USING audit_personal_values_under(\(event), \(noun), \(keys)::text[]) AS o
      WHERE v.event_id = \(event) AND v.principal_id = o.principal_id AND v.number = o.number AND v.field = o.field
        AND v.side = o.side
      """)
  }

  /// What the log calls those of one kind who were removed.
  func removedKeys(_ noun: String, of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT DISTINCT details::jsonb ->> 'key' AS key FROM audit_entry
      WHERE event_id = \(event) AND details::jsonb ->> 'noun' = \(noun) AND details::jsonb ->> 'action' = 'removed'
      """
    ).map { try $0["key"] }
  }

  func record(of number: Int64, _ key: String, _ event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value(
      """
      SELECT COALESCE(jsonb_agg(jsonb_build_object(
        'recorded_at', audit_time(e.recorded_at), 'by', p.name, 'action', e.details::jsonb -> 'action',
        'channel', e.details::jsonb -> 'channel',
        'field', CASE WHEN v.field = \(number)::bigint::text THEN 'record' ELSE v.field END, 'side', v.side,
        'value', v.value::jsonb) ORDER BY e.recorded_at, v.field, v.side DESC), '[]')::text
      FROM audit_personal_values_of(\(event), ARRAY[\(number)]::bigint[], ARRAY[\(key)]::text[]) AS o
      JOIN audit_personal_value AS v USING (principal_id, number, field, side)
      JOIN audit_entry AS e ON e.event_id = v.event_id AND e.principal_id = v.principal_id AND e.number = v.number
      JOIN principal AS p ON p.event_id = v.event_id AND p.principal_id = v.principal_id
      WHERE v.event_id = \(event)
      """) ?? "[]"
  }
}
