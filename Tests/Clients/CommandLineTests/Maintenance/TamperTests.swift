import Foundation
import Postgres
import Testing

/// I9: who changes a row behind the program is found, in any table whose rows are recorded.
@Suite struct TamperTests {
  /// A change of one row of a table: what happened to it, as SQL, and how it is called in a failure.
  private struct Change {
    let name: String
    let script: String
  }

  private struct Column {
    let name: String
    let type: String
  }

  @Test func `every cell that was altered, every row that was removed or added is found`() async throws {
    try await Workplace.withFullEvent { place in
      let event = try #require(
        try await place.ask(SQL(script: "SELECT event_id::text FROM event WHERE slug = 'spring'")))
      let tables = try await place.list("SELECT relation FROM recorded_tables()")
      #expect(tables.count > 30)
      var changes = 0
      for table in tables {
        // A table of one row an event needs no other row to be told apart.
        let rows = try #require(
          try await place.ask(SQL(script: "SELECT count(*)::text FROM \(table) WHERE event_id = \(event)")))
        #expect(rows != "0", "\(table) is empty in the event that should have rows everywhere")
        for change in try await generated(for: table, event, place) {
          let before = try await place.differences(event, after: "")
          let after = try await place.differences(event, after: Self.unguarded(table) + change.script)
          #expect(after != before, "\(table): \(change.name) is not found")
          changes += 1
        }
      }
      #expect(changes > 200)
    }
  }

  private func generated(for table: String, _ event: String, _ place: Workplace) async throws -> [Change] {
    let one = "ctid = (SELECT ctid FROM \(table) WHERE event_id = \(event) ORDER BY ctid LIMIT 1)"
    let columns = try await place.recordedColumns(of: table).map { Column(name: $0.0, type: $0.1) }
    var changes = columns.map { column in
      Change(
        name: "altering \(column.name)",
        script: """
          ALTER TABLE \(table) ALTER \(column.name) DROP IDENTITY IF EXISTS;
          UPDATE \(table) SET \(column.name) = \(Self.altered(column)) WHERE \(one);
          """)
    }
    changes.append(Change(name: "removing a row", script: "DELETE FROM \(table) WHERE \(one);"))
    let key = try await place.list(
      """
      SELECT a.attname::text FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = '\(table)'::regclass AND i.indisprimary AND a.attname <> 'event_id' ORDER BY a.attnum DESC
      """)
    if let last = columns.first(where: { key.contains($0.name) }) {
      changes.append(
        Change(
          name: "adding a row",
          script: """
            CREATE TEMPORARY TABLE copied ON COMMIT DROP AS SELECT * FROM \(table) WHERE \(one);
            UPDATE copied SET \(last.name) = \(Self.altered(last));
            INSERT INTO \(table) OVERRIDING SYSTEM VALUE SELECT * FROM copied;
            """))
    }
    return changes
  }

  /// A value that no fixture has.
  private static func altered(_ column: Column) -> String {
    switch column.type {
    case "int2", "int4", "int8": "98765"
    case "bool": "NOT COALESCE(\(column.name), false)"
    case "timestamptz": "'2001-02-03T04:05:06Z'"
    case "date": "'2001-02-03'"
    case "bytea": "'\\xdeadbeef'"
    case "jsonb": "'{\"en\": \"altered behind the program\"}'"
    case "_text": "'{altered}'"
    default: "'altered behind the program'"
    }
  }

  /// Everything that would refuse the change is off: triggers, foreign keys, checks and unique indexes besides the key.
  private static func unguarded(_ table: String) -> String {
    """
    SET LOCAL session_replication_role = replica;
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT conname FROM pg_constraint WHERE conrelid = '\(table)'::regclass AND contype IN ('c', 'u') LOOP
        EXECUTE format('ALTER TABLE \(table) DROP CONSTRAINT %I CASCADE', one.conname);
      END LOOP;
      FOR one IN SELECT indexrelid::regclass AS name FROM pg_index
        WHERE indrelid = '\(table)'::regclass AND indisunique AND NOT indisprimary LOOP
        EXECUTE format('DROP INDEX %s', one.name);
      END LOOP;
    END $$;

    """
  }

  @Test func `a score that was altered is named with both values`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("demo-jam")
      #expect(try await place.run("log", "verify", "-E", "demo-jam").code == 0)
      try await place.meddle(
        """
        UPDATE score SET points = 9500 WHERE (event_id, judge_id, team_id) = (
          SELECT s.event_id, j.judge_id, t.team_id FROM sheet AS s JOIN judge AS j USING (event_id, judge_id)
          JOIN team AS t USING (event_id, team_id) ORDER BY j.code, t.key LIMIT 1)
          AND criterion_id = (SELECT min(criterion_id) FROM criterion)
        """)
      let verified = try await place.run("log", "verify", "-E", "demo-jam")
      #expect(verified.code == 1)
      #expect(verified.errors.contains("score (team aurora, judge J-01, round main, criterion impact): points is 9500"))
      #expect(verified.errors.contains("and the log says 10000"))
      // The next step of a result says so too.
      for step in [["result", "verify"], ["result", "compute", "--reason", "again"]] {
        let refused = try await place.program.start(step + ["-E", "demo-jam"]).end()
        #expect(refused.code == 1)
        #expect(refused.errors.contains("1 row was changed behind the program: score (team aurora, judge J-01"))
      }
    }
  }

  /// The first command of the runbook's answer, as somebody types it.
  private static func answer(to question: String) throws -> [String] {
    let page = try String(contentsOf: Repository.file("docs/runbook.md"), encoding: .utf8)
    let answer = try #require(page.components(separatedBy: "**\(question)** ").dropFirst().first)
    let command = try #require(answer.split(separator: "`").first { $0.hasPrefix("datajam ") })
    return command.split(separator: " ").dropFirst().map(String.init)
  }

  @Test func `the runbook's answer to changed scores is true, before and after one was changed`() async throws {
    let words = try Self.answer(to: "Somebody says that the scores were changed.")
    try await Workplace.withAnnouncedJam { place async throws in
      try #require(await place.run("result", "export", "-o", "result.json").code == 0)
      let before = try await place.program.start(words).end()
      #expect(before.code == 0 && before.output.hasPrefix("ok    demo-jam: "), "\(before)")
      try await place.meddle(
        """
        UPDATE score SET points = 1000 WHERE (judge_id, team_id, criterion_id) IN (
          SELECT s.judge_id, s.team_id, min(s.criterion_id) FROM score AS s JOIN judge AS j USING (event_id, judge_id)
          JOIN team AS t USING (event_id, team_id) WHERE j.code = 'J-01' AND t.key = 'aurora' GROUP BY 1, 2)
        """)
      let after = try await place.program.start(words).end()
      #expect(after.code == 1)
      #expect(after.errors.contains("score (team aurora, judge J-01"), "\(after)")
      #expect(after.errors.contains("points is 1000, and the log says "), "\(after)")
    }
  }

  @Test(arguments: [
    "DELETE FROM audit_personal_value; DELETE FROM audit_entry; DELETE FROM audit_chain; DELETE FROM audit_checkpoint",
    "DELETE FROM row_record WHERE relation = 'score'",
    "UPDATE row_record SET contents = contents || '{\"points\": 1}' WHERE relation = 'score'",
    "DELETE FROM audit_personal_value",
    "INSERT INTO team_allowance (event_id, team_id, number, is_allowed, reason, principal_id) "
      + "SELECT event_id, team_id, 9, true, 'mine', principal_id FROM team JOIN principal USING (event_id) LIMIT 1",
  ])
  func `a log that was shortened or altered is found`(_ script: String) async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("demo-jam")
      try await place.meddle(script)
      #expect(try await place.run("log", "verify", "-E", "demo-jam").code == 1)
    }
  }

  /// Each part of the schema by which a rule is held, replaced by something that holds nothing.
  private static let replaced = [
    (
      "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
      "function refuse_change()"
    ),
    ("ALTER TABLE sheet DISABLE TRIGGER sheet_guarded", "trigger sheet.sheet_guarded"),
    ("DROP TRIGGER zz_rows_changed ON score", "trigger score.zz_rows_changed"),
    ("ALTER TABLE result DROP CONSTRAINT result_hash_of_snapshot", "constraint result.result_hash_of_snapshot"),
    (
      "CREATE OR REPLACE VIEW announced_facts AS "
        + "SELECT * FROM (TABLE announced_facts_before) AS t", "view announced_facts"
    ),
    (
      "CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; "
        + "CREATE TRIGGER aa_quiet BEFORE INSERT ON row_record FOR EACH ROW EXECUTE FUNCTION quiet()",
      "function quiet()"
    ),
    ("ALTER TABLE score ALTER points DROP NOT NULL", "column score.points"),
    ("DROP INDEX row_record_of_erased_values", "index row_record_of_erased_values"),
    ("CREATE RULE quiet AS ON UPDATE TO score DO INSTEAD NOTHING", "rule score.quiet"),
    ("ALTER TABLE score DISABLE TRIGGER ALL", "trigger score.foreign_keys"),
    ("ALTER TABLE prize_award SET UNLOGGED", "table prize_award"),
    ("ALTER TABLE row_record ENABLE ROW LEVEL SECURITY", "table row_record"),
  ]

  @Test(arguments: replaced.indices) func `a guard that is not the program's is named`(_ index: Int) async throws {
    let (script, name) = Self.replaced[index]
    try await Workplace.withEmptyDatabase { place async throws in
      try #require(await place.run("db", "migrate").code == 0)
      let added = try await place.run(
        "event", "add", "jam", "--name-en", "Jam", "--from", "2026-05-01", "--to", "2026-05-02", "--tz", "UTC")
      try #require(added.code == 0)
      try await place.database.session {
        if script.contains("_before") {
          try $0.run(script: "ALTER VIEW announced_facts RENAME TO announced_facts_before")
        }
        try $0.run(script: script)
      }
      let health = try await place.run("doctor")
      #expect(health.code == 3)
      #expect(health.output.contains("FAIL  the \(name) "))
      #expect(try await place.run("log", "verify").code == 1)
      for step in [["freeze"], ["compute"], ["approve"], ["announce", "--now"], ["verify"]] {
        let refused = try await place.program.start(["result"] + step).end()
        #expect(refused.code == 1 && refused.errors.contains("A guard of the database was changed: the "), "\(refused)")
      }
      // What the program can make anew is restored; of the rest it says so.
      let restored = try await place.run("db", "migrate", "--guards")
      let isRestorable = ["function refuse", "trigger", "rule"].contains { name.hasPrefix($0) }
      #expect(restored.code == (isRestorable ? 0 : 1), "\(restored)")
      #expect(try await place.run("log", "verify").code == restored.code)
    }
  }

  @Test func `rows that were changed without guards stay found once these are restored`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("demo-jam")
      try await place.database.session {
        try $0.run(
          script: """
            DROP TRIGGER zz_rows_changed ON team; DROP TRIGGER zz_rows_added ON team; DROP TRIGGER zz_rows_removed ON team;
            UPDATE team SET name = 'Mine' WHERE key = 'aurora'
            """)
      }
      #expect(try await place.run("db", "migrate", "--guards").code == 0)
      #expect(try await place.run("db", "migrate").code == 0)
      let verified = try await place.run("log", "verify")
      #expect(verified.code == 1)
      #expect(verified.errors.contains("team (team aurora): name is \"Mine\""))
    }
  }

  @Test func `a step of a result without an entry of the log is refused`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("demo-jam")
      await #expect(throws: PostgresError.self) {
        try await place.database.session {
          try $0.run(
            script: """
              INSERT INTO access_token (event_id, principal_id, prefix, hash, scope, expires_at)
              SELECT event_id, principal_id, 'abcdefghij', sha256('x'), 'full', now() + interval '1 day'
              FROM principal WHERE removed_at IS NULL LIMIT 1
              """)
        }
      }
    }
  }
}

extension Workplace {
  fileprivate func list(_ sql: String) async throws -> [String] {
    try await database.session { try $0.query(SQL(script: sql)).map { try $0.first(as: String.self) } }
  }

  fileprivate func recordedColumns(of table: String) async throws -> [(String, String)] {
    let rows = try await list(
      """
      SELECT a.attname || ' ' || y.typname
      FROM recorded_tables() AS t JOIN pg_attribute AS a ON a.attrelid = t.relation::regclass JOIN pg_type AS y ON y.oid = a.atttypid
      WHERE t.relation = '\(table)' AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attname = ANY (t.left_out)
      ORDER BY a.attnum
      """)
    return rows.map { row in
      let parts = row.split(separator: " ")
      return (String(parts[0]), String(parts[1]))
    }
  }

  /// The rows that differ once a script ran, which is then undone.
  fileprivate func differences(_ event: String, after script: String) async throws -> Set<String> {
    try await database.session { session in
      try session.run(script: "BEGIN; " + script)
      defer { try? session.run(script: "ROLLBACK") }
      let rows = try session.query(
        SQL(script: "SELECT concat(relation, key, recorded, ' ', found) FROM rows_that_differ(\(event), NULL)"))
      return Set(try rows.map { try $0.first(as: String.self) })
    }
  }

  fileprivate func meddle(_ script: String) async throws {
    try await database.session {
      try $0.run(
        script: "SET session_replication_role = replica; \(script); SET session_replication_role = origin")
    }
  }
}
