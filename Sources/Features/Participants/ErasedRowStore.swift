import Postgres
import Vocabulary

/// The SQL about rows in the table `staged` (Imports) that mean people who asked to be erased.
struct ErasedRowStore {
  func isAnybodyErased(of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.value(
      """
      SELECT EXISTS (SELECT FROM erased_person WHERE event_id = \(event))
        OR EXISTS (SELECT FROM participant WHERE event_id = \(event) AND erased_at IS NOT NULL)
      """) ?? false
  }

  /// The keys of rows that people who were erased left behind.
  func keysOfErased(of event: EventID, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT DISTINCT p.key FROM participant AS p JOIN staged AS s ON s.noun = 'participant' AND s.key = p.key
      WHERE p.event_id = \(event) AND p.erased_at IS NOT NULL
      ORDER BY p.key
      """
    ).map { try $0["key"] }
  }

  /// Finds by what each row means somebody who was erased, and what of it is theirs who are in the event now.
  func find(_ source: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      CREATE TEMPORARY TABLE erased_row ON COMMIT DROP AS
      WITH person AS MATERIALIZED (
        SELECT s.ctid AS staged_row, s.row, s.is_main, s.key, s.source_key, s.folded, p.erased_at IS NOT NULL AS is_erased,
          COALESCE(p.key = s.key, false) AS owns_key, o.record_id IS NOT NULL AS owns_source,
          COALESCE(p.email_folded = s.folded, false) AS owns_address,
          CASE WHEN s.target IS NULL THEN s.name_folded END AS name
        FROM staged AS s
        LEFT JOIN participant AS p ON p.event_id = \(event) AND p.participant_id = s.target
        LEFT JOIN import_origin AS o ON o.event_id = \(event) AND o.noun = 'participant' AND o.record_id = s.target
          AND o.source = \(source) AND o.source_key = s.source_key
        WHERE s.noun = 'participant'
      ), identity AS (
        SELECT p.staged_row, i.field, i.value
        FROM person AS p CROSS JOIN LATERAL (
          VALUES ('key', p.key), ('source ' || \(source)::text, p.source_key), ('e-mail', p.folded), ('name', p.name)
        ) AS i (field, value)
        WHERE i.value IS NOT NULL
      ), hit AS (
        SELECT i.staged_row, bool_or(i.field = 'key') AS by_key, bool_or(i.field LIKE 'source %') AS by_source,
          bool_or(i.field = 'e-mail') AS by_address, bool_or(i.field = 'name') AS by_name
        FROM identity AS i
        JOIN announcement AS a ON a.event_id = \(event)
        JOIN erased_person AS e ON e.event_id = a.event_id
          AND e.sha256 = erased_person_hash(a.certificate_secret, 'participant', i.field, i.value)
        GROUP BY i.staged_row
      )
      SELECT p.staged_row, p.row, p.is_main, p.source_key, p.folded, p.is_erased, p.owns_key, p.owns_source,
        p.owns_address, COALESCE(h.by_key, false) AS by_key, COALESCE(h.by_source, false) AS by_source,
        COALESCE(h.by_address, false) AS by_address, COALESCE(h.by_name, false) AS by_name
      FROM person AS p LEFT JOIN hit AS h USING (staged_row)
      WHERE p.is_erased OR h.staged_row IS NOT NULL
      """)
  }

  /// Sets people aside who were erased and are not here again; what else their rows say stays.
  ///
  /// A source can give one address to several people. Then it means the one whom the source itself calls as the erased
  /// person, or else the first of them, and nobody who is here under another name.
  func leaveOut(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH judged AS (
        SELECT r.*, r.by_address AND NOT (r.owns_key OR r.owns_source) AND (r.source_key IS NULL OR (
            row_number() OVER same = 1 AND NOT bool_or(r.by_key OR r.by_source) OVER whole)) AS is_meant_by_address
        FROM erased_row AS r
        WINDOW same AS (PARTITION BY r.folded ORDER BY r.owns_key OR r.owns_source, r.row),
          whole AS (PARTITION BY r.folded)
      ), gone AS (
        DELETE FROM erased_row AS r USING judged AS j
        WHERE r.staged_row = j.staged_row
          AND (j.is_erased OR ((j.by_key OR j.by_source OR j.by_name OR j.is_meant_by_address)
            AND NOT ((j.by_key AND j.owns_key) OR (j.by_source AND j.owns_source) OR (j.by_address AND j.owns_address))))
        RETURNING r.staged_row, r.row
      ), told AS (
        INSERT INTO staged_problem (row, code, is_remark) SELECT row, 'erased', true FROM gone
      )
      UPDATE staged AS s SET noun = 'erased', is_skipped = true, target = NULL, given = '{}'
      FROM gone WHERE s.ctid = gone.staged_row
      """)
  }

  /// Takes the address of somebody erased out of the rows of others.
  func takeAddressesOut(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH emptied AS (
        UPDATE staged AS s SET folded = NULL, given = s.given - 'email'
        FROM erased_row AS r
        WHERE s.noun = 'participant' AND s.ctid = r.staged_row AND r.by_address AND NOT r.owns_address
        RETURNING s.row
      )
      INSERT INTO staged_problem (row, field, code, is_remark) SELECT row, 'email', 'erased-email', true FROM emptied
      """)
  }
}
