import Postgres
import Vocabulary

/// All SQL about submissions whose rows wait in the table `staged` (Imports).
struct SubmissionImportStore {
  /// Finds rows that speak of one team twice.
  func check(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT row, 'team', team, 'same-team', first::text FROM (
        SELECT row, team, min(row) OVER (
          PARTITION BY COALESCE(team_id::text, source_key, team_folded)) AS first
        FROM staged WHERE noun = 'submission' AND NOT is_skipped) AS t
      WHERE row > first
      """)
  }

  /// Gathers the prizes of a project whose file has a row for each.
  func gatherPrizes(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET given = s.given || jsonb_build_object('opted_for', g.names)
      FROM (
        SELECT source_key, string_agg(name, E'\\n' ORDER BY first, position) AS names
        FROM (
          SELECT source_key, name, min(row) AS first, min(position) AS position
          FROM staged
          CROSS JOIN LATERAL regexp_split_to_table(given ->> 'opted_for', E'\\n') WITH ORDINALITY AS p (name, position)
          WHERE noun = 'submission' AND given ? 'opted_for'
          GROUP BY source_key, name) AS n
        GROUP BY source_key) AS g
      WHERE s.noun = 'submission' AND NOT s.is_skipped AND s.source_key = g.source_key
      """)
  }

  /// Finds what each team has submitted already.
  func match(_ source: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM staged WHERE noun = 'submission' AND is_skipped AND NOT is_main")
    try unit.execute(
      """
      UPDATE staged AS s SET target = b.submission_id
      FROM submission AS b
      WHERE s.noun = 'submission' AND NOT s.is_skipped AND b.event_id = \(event) AND b.team_id = s.team_id
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET last = o.fields
      FROM import_origin AS o
      WHERE s.noun = 'submission' AND o.event_id = \(event) AND o.noun = 'submission' AND o.record_id = s.target
        AND o.source = \(source)
      """)
  }

  /// Finds submissions that the file would add or change after judging has ended.
  func refuseLate(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, code, other)
      SELECT s.row, 'too-late', 'submission'
      FROM staged AS s LEFT JOIN submission_fields AS f ON f.event_id = \(event) AND f.submission_id = s.target
      WHERE s.noun = 'submission' AND NOT s.is_skipped
        AND NOT takes_entries(\(event))
        AND NOT EXISTS (SELECT FROM staged_problem AS p WHERE p.row = s.row AND NOT p.is_remark)
        AND (f.submission_id IS NULL
          OR f.fields || import_writable(f.fields, s.given, s.last, \(overwriting)) <> f.fields)
      """)
  }

  func update(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH change AS (
        SELECT s.ctid AS staged_row, s.row, t.key, f.fields AS held, s.given, s.target,
          import_writable(f.fields, s.given, s.last, \(overwriting)) AS written
        FROM staged AS s
        JOIN submission_fields AS f ON f.event_id = \(event) AND f.submission_id = s.target
        JOIN team AS t ON t.event_id = \(event) AND t.team_id = f.team_id
        WHERE s.noun = 'submission' AND s.outcome IS NULL AND NOT s.is_skipped
      ), kept AS (
        INSERT INTO staged_problem (row, field, value, code, other, is_remark)
        SELECT c.row, g.key, g.value, 'kept', c.held ->> g.key, true
        FROM change AS c CROSS JOIN LATERAL jsonb_each_text(c.given) AS g
        WHERE NOT c.written ? g.key
      ), logged AS (
        INSERT INTO audit_batch (key, old, new)
        SELECT c.key, c.held, c.held || c.written FROM change AS c WHERE c.held || c.written <> c.held ORDER BY c.row
      ), changed AS (
        UPDATE submission AS b SET
          title = localised_of(n.fields, 'title'), summary = localised_of(n.fields, 'summary'), url = n.fields ->> 'url',
          video_url = n.fields ->> 'video_url', links = COALESCE(n.fields ->> 'links', ''),
          built_with = n.fields ->> 'built_with', opted_for = COALESCE(n.fields ->> 'opted_for', ''),
          received_at = CASE WHEN n.written ? 'received_at'
            THEN (n.fields ->> 'received_at')::timestamptz ELSE b.received_at END,
          received_as_written = n.fields ->> 'received_as_written'
        FROM (SELECT *, held || written AS fields FROM change WHERE held || written <> held) AS n
        WHERE b.event_id = \(event) AND b.submission_id = n.target
      )
      UPDATE staged AS s SET
        outcome = CASE WHEN c.held || c.written = c.held THEN 'unchanged' ELSE 'updated' END, given = c.written
      FROM change AS c
      WHERE s.ctid = c.staged_row
      """)
  }

  func insert(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET target = n.number, outcome = 'created'
      FROM (
        SELECT staged_row, nextval(pg_get_serial_sequence('submission', 'submission_id')) AS number
        FROM (
          SELECT ctid AS staged_row FROM staged
          WHERE noun = 'submission' AND target IS NULL AND NOT is_skipped AND team_id IS NOT NULL
          ORDER BY row) AS o) AS n
      WHERE s.ctid = n.staged_row
      """)
    try unit.execute(
      """
      INSERT INTO submission (
        event_id, submission_id, team_id, title, summary, url, video_url, links, built_with, opted_for, received_at,
        received_as_written, is_entered_by_organiser)
      OVERRIDING SYSTEM VALUE
      SELECT \(event), target, team_id, localised_of(given, 'title'), localised_of(given, 'summary'), given ->> 'url',
        given ->> 'video_url', COALESCE(given ->> 'links', ''), given ->> 'built_with',
        COALESCE(given ->> 'opted_for', ''), COALESCE((given ->> 'received_at')::timestamptz, clock_timestamp()),
        given ->> 'received_as_written', true
      FROM staged
      WHERE noun = 'submission' AND outcome = 'created'
      ORDER BY row
      """)
    try unit.execute(
      """
      INSERT INTO audit_batch (key, new)
      SELECT t.key, s.given
      FROM staged AS s JOIN team AS t ON t.event_id = \(event) AND t.team_id = s.team_id
      WHERE s.noun = 'submission' AND s.outcome = 'created'
      ORDER BY s.row
      """)
  }

  /// Keeps what the file submitted as a version where it differs from the last; a version that comes without a time comes
  /// now. What was only edited here since is no version.
  func keepVersions(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO submission_version (
        event_id, submission_id, number, contents, received_at, submitted_by_role, principal_id)
      SELECT c.event_id, c.submission_id, COALESCE(v.number, 0) + 1, c.contents,
        COALESCE((s.given ->> 'received_at')::timestamptz, clock_timestamp()), 'organiser', p.principal_id
      FROM staged AS s
      JOIN submission_contents AS c ON c.event_id = \(event) AND c.submission_id = s.target
      LEFT JOIN principal AS p ON p.event_id = \(event) AND p.name = \(unit.principal.name)
      LEFT JOIN LATERAL (
        SELECT number, contents FROM submission_version AS o
        WHERE o.event_id = c.event_id AND o.submission_id = c.submission_id
        ORDER BY number DESC LIMIT 1) AS v ON true
      WHERE s.noun = 'submission' AND (s.outcome IN ('created', 'updated') OR s.outcome = 'unchanged' AND v.number IS NULL)
        AND v.contents IS DISTINCT FROM c.contents AND takes_entries(\(event))
      """)
  }

  /// The teams of rows without a time whose newest version came just now, and late.
  func lateWithoutTime(of event: EventID, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT t.key FROM staged AS s
      JOIN team AS t ON t.event_id = \(event) AND t.team_id = s.team_id
      CROSS JOIN LATERAL (
        SELECT v.is_late, v.accepted_because, v.received_at FROM submission_version_standing AS v
        WHERE v.event_id = \(event) AND v.submission_id = s.target
        ORDER BY v.number DESC LIMIT 1) AS v
      WHERE s.noun = 'submission' AND NOT s.is_skipped AND NOT s.given ? 'received_at'
        AND v.is_late AND v.accepted_because IS NULL AND v.received_at >= transaction_timestamp()
      ORDER BY t.key
      """
    ).map { try $0["key"] }
  }
}
