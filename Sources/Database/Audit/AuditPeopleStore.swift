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

  /// What the log calls those of one kind who were removed and of whom it still holds values.
  /// - Parameter key: Only those who had this key.
  func removed(_ noun: String, called key: String?, of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT DISTINCT e.details::jsonb ->> 'key' AS name
      FROM audit_entry AS e JOIN audit_personal_value AS v USING (event_id, principal_id, number)
      WHERE e.event_id = \(event) AND e.details::jsonb ->> 'noun' = \(noun) AND e.details::jsonb ->> 'action' = 'removed'
        AND (\(key)::text IS NULL OR (v.field = 'key' AND v.value::jsonb = to_jsonb(\(key)::text)))
      ORDER BY name
      """
    ).map { try $0["name"] }
  }

  /// Each name that people have or had, as far as the log holds it.
  func names(of numbers: [Int64], _ event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      WITH held AS (
        SELECT v.principal_id, v.number, v.side, v.field, v.value::jsonb AS value
        FROM audit_personal_values_of(\(event), \(numbers)::bigint[], '{}') AS o
        JOIN audit_personal_value AS v USING (principal_id, number, field, side)
        WHERE v.event_id = \(event)
      ), entry AS (
        SELECT max(value #>> '{}') FILTER (WHERE field = 'display name') AS display_name,
          max(value #>> '{}') FILTER (WHERE field = 'given name') AS given_name,
          max(value #>> '{}') FILTER (WHERE field = 'family name') AS family_name,
          max(value #>> '{}') FILTER (WHERE field = 'alias') AS alias
        FROM held GROUP BY principal_id, number, side
        UNION
        SELECT value ->> 'display_name', value ->> 'given_name', value ->> 'family_name', value ->> 'alias'
        FROM held WHERE jsonb_typeof(value) = 'object'
      )
      SELECT DISTINCT n.name
      FROM entry AS e CROSS JOIN LATERAL (
        VALUES (e.display_name), (e.given_name || ' ' || e.family_name), (e.family_name || ' ' || e.given_name),
          (e.alias)) AS n (name)
      WHERE n.name ~ '\\S'
      ORDER BY n.name
      """
    ).map { try $0["name"] }
  }

  /// The keys, addresses and names that participants have or had, as far as the log holds them.
  func identities(
    of numbers: [Int64], _ keys: [String], _ event: EventID, in snapshot: Snapshot
  ) throws -> [(person: String, field: String, value: String)] {
    try snapshot.rows(
      """
      SELECT DISTINCT i.field, i.value,
        CASE WHEN e.details::jsonb ->> 'key' LIKE '% records' THEN v.field ELSE e.details::jsonb ->> 'key' END AS person
      FROM audit_personal_values_of(\(event), \(numbers)::bigint[], \(keys)::text[]) AS o
      JOIN audit_personal_value AS v USING (principal_id, number, field, side)
      JOIN audit_entry AS e USING (event_id, principal_id, number)
      CROSS JOIN LATERAL (
        VALUES (v.field, v.value::jsonb #>> '{}'), ('e-mail', v.value::jsonb ->> 'email'),
          ('display name', v.value::jsonb ->> 'display_name')) AS i (field, value)
      WHERE v.event_id = \(event) AND i.field IN ('key', 'e-mail', 'display name') AND i.value ~ '\\S'
      """
    ).map { try ($0["person"], $0["field"], $0["value"]) }
  }

  /// The same of things of one kind.
  func identities(
    under noun: String, _ keys: [String], _ event: EventID, in snapshot: Snapshot
  ) throws -> [(field: String, value: String)] {
    try snapshot.rows(
      """
      SELECT DISTINCT v.field, v.value::jsonb #>> '{}' AS value
      FROM audit_personal_values_under(\(event), \(noun), \(keys)::text[]) AS o
      JOIN audit_personal_value AS v USING (principal_id, number, field, side)
      WHERE v.event_id = \(event) AND v.field IN ('key', 'e-mail') AND v.value::jsonb #>> '{}' ~ '\\S'
      """
    ).map { try ($0["field"], $0["value"]) }
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
