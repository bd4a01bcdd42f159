public import Postgres
public import Vocabulary

/// All SQL about rows that wait and about what earlier files said.
struct ImportStore {
  func prepare(in unit: UnitOfWork) throws {
    try unit.execute("SET LOCAL statement_timeout = 0")
    try unit.execute("SET LOCAL lock_timeout = 0")
    // Nothing is known yet of what waits in new tables, and a nested loop over it would take for ever.
    try unit.execute("SET LOCAL enable_nestloop = off")
    // What that makes look dear is compiled otherwise, which takes longer than the statement.
    try unit.execute("SET LOCAL jit = off")
    // Sorts and joins of a hundred thousand wide rows stay in memory.
    try unit.execute("SET LOCAL work_mem = '64MB'")
  }

  func makeTables(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      CREATE TEMPORARY TABLE staged (
        row bigint, line bigint, noun text, is_main boolean, is_skipped boolean, key text, source_key text, folded text,
        name_folded text, affiliation_folded text, track_folded text, team text, team_folded text, made_key text, is_captain boolean, given jsonb,
        target bigint, team_id bigint, last jsonb, outcome text
      ) ON COMMIT DROP
      """)
    try unit.execute(
      """
      CREATE TEMPORARY TABLE staged_problem (
        row bigint, field text, value text, code text, other text, is_remark boolean DEFAULT false
      ) ON COMMIT DROP
      """)
    try unit.execute(
      "CREATE TEMPORARY TABLE staged_tally (noun text, outcome text, records bigint) ON COMMIT DROP")
  }

  func settle(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged SET given = given || jsonb_build_object('received_at', import_time((given ->> 'received_at')::timestamptz))
      WHERE given ? 'received_at'
      """)
    try unit.execute("ANALYZE staged")
  }

  /// Takes out of the way what a later answer replaces: by the times of the answers where each has one, and otherwise by
  /// the order of the rows, if that was asked for. Answers are about one thing by the key, by what the source calls it, by
  /// the address or by the team.
  func replaceEarlier(takingLast: Bool, in unit: UnitOfWork) throws -> [ReplacedRow] {
    let replaced: [ReplacedRow] = try unit.rows(
      """
      WITH answer AS (
        SELECT row, (given ->> 'received_at')::timestamptz AS at, noun,
          COALESCE('k' || key, 's' || source_key, 'n' || CASE noun WHEN 'submission' THEN team_folded ELSE folded END)
            AS who
        FROM staged WHERE is_main AND NOT is_skipped
      ), repeated AS (
        SELECT noun, who, count(*) = count(at) AS is_timed
        FROM answer WHERE who IS NOT NULL GROUP BY noun, who HAVING count(*) > 1
      ), settled AS (
        SELECT row, is_timed, first_value(row) OVER (
          PARTITION BY noun, who ORDER BY CASE WHEN is_timed THEN at END DESC NULLS LAST, row DESC) AS latest
        FROM answer JOIN repeated USING (noun, who)
      )
      SELECT row, latest, is_timed FROM settled WHERE row <> latest AND (is_timed OR \(takingLast)) ORDER BY row
      """
    ).map { try ReplacedRow(row: $0["row"], latest: $0["latest"], isByTime: $0["is_timed"]) }
    guard !replaced.isEmpty else { return [] }
    try unit.execute("DELETE FROM staged WHERE row = ANY(\(replaced.map { Int64($0.row) })::bigint[])")
    return replaced
  }

  /// Gives the submissions without a time one.
  func receive(_ moment: String, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged SET given = given || jsonb_build_object('received_at', import_time(\(moment)::timestamptz))
      WHERE noun = 'submission' AND NOT given ? 'received_at'
      """)
  }

  func problems(in unit: UnitOfWork) throws -> [StagedProblem] {
    try unit.rows(
      """
      SELECT p.row, l.line, p.field, p.value, p.code, p.other, p.is_remark
      FROM staged_problem AS p LEFT JOIN (SELECT row, min(line) AS line FROM staged GROUP BY row) AS l USING (row)
      ORDER BY p.row, p.field, p.code
      """
    ).map { row in
      try StagedProblem(
        row: row["row"], line: row["line"] ?? 0, field: row["field"], value: row["value"], code: row["code"],
        other: row["other"], isRemark: row["is_remark"])
    }
  }

  func setAsideRejected(in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM staged WHERE row IN (SELECT row FROM staged_problem WHERE NOT is_remark)")
  }

  func rows(in unit: UnitOfWork) throws -> ClosedRange<Int>? {
    guard let row = try unit.row("SELECT min(row) AS first, max(row) AS last FROM staged"),
      let first: Int = try row["first"], let last: Int = try row["last"]
    else { return nil }
    return first...last
  }

  func keepOnly(_ rows: ClosedRange<Int>, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM staged WHERE row NOT BETWEEN \(rows.lowerBound) AND \(rows.upperBound)")
  }

  func refuse(_ row: Int, _ rule: String, in unit: UnitOfWork) throws {
    try unit.execute("INSERT INTO staged_problem (row, code, other) VALUES (\(row), 'refused', \(rule))")
  }

  func prizeNames(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT DISTINCT n.value AS name
      FROM (
        SELECT label AS texts FROM prize WHERE event_id = \(event)
        UNION ALL SELECT name FROM track WHERE event_id = \(event)) AS t
      CROSS JOIN LATERAL jsonb_each_text(t.texts) AS n
      ORDER BY name
      """
    ).map { try $0["name"] }
  }

  func remember(_ source: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO import_origin AS o (event_id, noun, record_id, source, source_key, fields)
      SELECT DISTINCT ON (noun, target) \(event), noun, target, \(source), source_key,
        COALESCE(last, '{}') || given || jsonb_strip_nulls(jsonb_build_object('team', team))
      FROM staged
      WHERE target IS NOT NULL AND NOT is_skipped
      -- What a row says of a team that was merged into another comes last.
      ORDER BY noun, target, given = '{}', row
      ON CONFLICT (event_id, noun, record_id, source) DO UPDATE
      SET fields = EXCLUDED.fields, source_key = COALESCE(EXCLUDED.source_key, o.source_key)
      WHERE o.fields <> EXCLUDED.fields OR o.source_key IS DISTINCT FROM COALESCE(EXCLUDED.source_key, o.source_key)
      """)
  }

  func tallies(in unit: UnitOfWork) throws -> [String: ImportsService.Tally] {
    try unit.rows(
      """
      SELECT noun, outcome, sum(records)::bigint AS records FROM (
        SELECT noun, outcome, 1 AS records FROM staged WHERE outcome IS NOT NULL
        UNION ALL SELECT noun, outcome, records FROM staged_tally) AS counted
      GROUP BY noun, outcome
      """
    ).reduce(into: [:]) { tallies, row in
      try tallies[row["noun"], default: .init()].add(row["records"], row["outcome"])
    }
  }

  func erasedRows(in unit: UnitOfWork) throws -> Int {
    try unit.value("SELECT count(*) FROM staged WHERE noun = 'erased' AND is_main") ?? 0
  }

  /// A row whose record is as it was counts as updated when it put somebody into a team.
  func rowTally(in unit: UnitOfWork) throws -> ImportsService.Tally {
    try unit.rows("SELECT outcome, count(*) AS rows FROM staged WHERE is_main AND NOT is_skipped GROUP BY outcome")
      .reduce(into: .init()) { tally, row in try tally.add(row["rows"], row["outcome"]) }
  }
}

extension ImportsService.Tally {
  fileprivate mutating func add(_ count: Int, _ outcome: Outcome) {
    switch outcome {
    case .created: created += count
    case .updated: updated += count
    case .unchanged: unchanged += count
    }
  }
}

extension Outcome: SQLDecodable {}
extension StagedProblem.Code: SQLDecodable {}
