import Audit
import Foundation
import LocalPostgres
import Postgres
import Scores
import Synchronization
import Vocabulary

/// Judges who save sheets at once through the service, against the same statements driven by pgbench.
struct ScoreEntry {
  private static let judges = 8
  private static let teams = 250
  private static let (ready, round) = ("score_ready", "score_round")

  let bench: Workbench
  let program: String

  func line() async throws -> String {
    try prepare()
    try reset()
    let (event, form) = try await form()
    let script = try writeScript(event, form)
    let strange = Atomic(0)
    let rounds = try await Rounds.alternate {
      try reset()
      let (rate, failures) = try await sitting(event, form)
      strange.add(failures, ordering: .relaxed)
      return rate
    } yardstick: {
      try reset()
      return try pgbench(script)
    }
    return rounds.line("score-entry", unit: "sheets/s", target: ">= 0.8") { $0 >= 0.8 }
      + "; \(strange.load(ordering: .relaxed)) errors reached a judge"
  }

  private func form() async throws -> (EventID, ScoringForm) {
    let database = Database(try ConnectionTarget(address(Self.round)), limit: 1)
    let found = try await database.read { snapshot in
      let event: EventID = try snapshot.value("SELECT event_id FROM event") ?? EventID(0)
      let round: RoundID = try snapshot.value("SELECT round_id FROM round") ?? RoundID(0)
      return (event, try ScoresService(audit: AuditLog()).form(of: round, event, in: snapshot))
    }
    await database.close()
    return found
  }

  /// - Returns: The sheets a second, connecting not counted as pgbench does not, and how many were not saved.
  private func sitting(_ event: EventID, _ form: ScoringForm) async throws -> (rate: Double, failures: Int) {
    let database = Database(try ConnectionTarget(address(Self.round)), limit: Self.judges)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<Self.judges {
        group.addTask { _ = try await database.read { try $0.value("SELECT pg_sleep(0.5)::text", as: String.self) } }
      }
      try await group.waitForAll()
    }
    var failures = 0
    let elapsed = await seconds {
      await withTaskGroup(of: Int.self) { group in
        for judge in 0..<Self.judges { group.addTask { await Self.score(judge, event, form, database) } }
        for await failed in group { failures += failed }
      }
    }
    await database.close()
    return (Double(Self.judges * Self.teams) / elapsed, failures)
  }

  /// - Returns: How many sheets were not saved.
  private static func score(_ judge: Int, _ event: EventID, _ form: ScoringForm, _ database: Database) async -> Int {
    let service = ScoresService(audit: AuditLog())
    let principal = Principal(name: "J-\(judge)", role: .judge)
    var failures = 0
    for team in 1...teams {
      let points = Dictionary(
        uniqueKeysWithValues: form.questions.enumerated().map { position, question in
          (question.key, Points(thousandths: Int64((team + position) % 10 * 1000)))
        })
      let sheet = Sheet(judge: "J-\(judge)", team: "t\(team)", points: points, status: .ready)
      do {
        _ = try await database.transaction(as: principal, through: .commandLine) {
          try service.save(sheet, madeFrom: 0, by: form, of: event, in: $0)
        }
      } catch {
        failures += 1
      }
    }
    return failures
  }

  private func prepare() throws {
    try bench.psql(["-c", "DROP DATABASE IF EXISTS \(Self.ready)", "-c", "CREATE DATABASE \(Self.ready)"])
    for arguments in [
      ["db", "migrate"],
      ["event", "add", "bench", "--name-en", "Bench", "--from", "2026-01-01", "--to", "2026-12-31", "--tz", "UTC"],
    ] {
      try Command(
        path: program, arguments: arguments, environment: ["DATAJAM_DATABASE_URL": address(Self.ready)]
      ).run()
    }
    try bench.psql(["-1", "-v", "ON_ERROR_STOP=1", "-c", Self.panel], in: Self.ready)
  }

  private static let panel = """
    SET search_path TO datajam;
    INSERT INTO team (event_id, key, name, name_folded)
      SELECT event_id, 't' || n, 'Team ' || n, 'team ' || n FROM event, generate_series(1, \(teams)) AS n;
    INSERT INTO principal (event_id, name, role)
      SELECT event_id, 'J-' || n, 'judge' FROM event, generate_series(0, \(judges - 1)) AS n;
    INSERT INTO judge (event_id, code, name, principal_id)
      SELECT event_id, name, name, principal_id FROM principal WHERE role = 'judge';
    INSERT INTO rubric (event_id, key, version) SELECT event_id, 'main', 1 FROM event;
    INSERT INTO criterion (event_id, rubric_id, key, position, name, weight, minimum, maximum)
      SELECT event_id, rubric_id, 'c' || n, n, '{"en": "C"}', 1000, 0, 10000 FROM rubric, generate_series(1, 4) AS n;
    INSERT INTO round (event_id, key, rubric_id, state) SELECT event_id, 'main', rubric_id, 'open' FROM rubric;
    INSERT INTO assignment (event_id, round_id, judge_id, team_id)
      SELECT event_id, round_id, judge_id, team_id FROM round JOIN judge USING (event_id) JOIN team USING (event_id);
    ANALYZE
    """

  private func reset() throws {
    try bench.psql([
      "-c", "DROP DATABASE IF EXISTS \(Self.round)", "-c", "CREATE DATABASE \(Self.round) TEMPLATE \(Self.ready)",
      "-c", "CHECKPOINT",
    ])
  }

  private func address(_ name: String) -> String {
    "host=\(bench.cluster.home.socketFolder) user=datajam dbname=\(name)"
  }

  private func pgbench(_ script: String) throws -> Double {
    let report = try Command(
      path: bench.programs + "/pgbench",
      arguments: [
        "-h", bench.cluster.home.socketFolder, "-U", "datajam", "-n", "-M", "prepared", "-c", "\(Self.judges)", "-j",
        "2",
        "-t", "\(Self.teams)", "-D", "number=0", "-f", script, Self.round,
      ], environment: ["PGOPTIONS": "-c search_path=datajam"]
    ).run()
    let line = report.split(separator: "\n").first { $0.hasPrefix("tps = ") } ?? ""
    return Double(line.dropFirst("tps = ".count).prefix { $0 != " " }) ?? 0
  }

  /// What the service sends, statement by statement, in pgbench's words.
  private func writeScript(_ event: EventID, _ form: ScoringForm) throws -> String {
    let (event, round, rubric) = (event.rawValue, form.round.rawValue, form.rubric.rawValue)
    let criteria = "ARRAY[\(form.questions.map { String($0.id.rawValue) }.joined(separator: ","))]::bigint[]"
    let points = "ARRAY[1000 * :points, 2000, 3000, 4000]::bigint[]"
    let place = "event_id = \(event) AND round_id = \(round) AND judge_id = :judge AND team_id = :team"
    let key = "(event_id, round_id, judge_id, team_id"
    let actor = "FROM principal WHERE event_id = \(event) AND name = 'J-' || :client_id"
    let text = """
      \\set number :number + 1
      \\set points random(0, 10)
      BEGIN;
      SELECT (SELECT judge_id FROM judge WHERE event_id = \(event) AND code = 'J-' || :client_id) AS judge,
        (SELECT team_id FROM team WHERE event_id = \(event) AND key = 't' || :number) AS team
      \\gset
      SELECT status, revision, comment, feedback, saved_at, recusal_reason,
        (SELECT name FROM principal AS p WHERE p.event_id = s.event_id AND p.principal_id = s.saved_by),
        (SELECT name FROM principal AS p WHERE p.event_id = s.event_id AND p.principal_id = s.confirmed_by)
      FROM sheet AS s WHERE \(place) FOR UPDATE OF s;
      INSERT INTO sheet AS kept \(key), rubric_id, status, revision, comment, feedback, recusal_reason, saved_by)
      VALUES (\(event), \(round), :judge, :team, \(rubric), 'ready', 1, '', '', NULL, (SELECT principal_id \(actor)))
      ON CONFLICT \(key)) DO UPDATE SET
        status = EXCLUDED.status, revision = EXCLUDED.revision, comment = EXCLUDED.comment, feedback = EXCLUDED.feedback,
        recusal_reason = EXCLUDED.recusal_reason, saved_by = EXCLUDED.saved_by, saved_at = clock_timestamp(),
        confirmed_by = NULL, confirmed_at = NULL
      WHERE kept.revision = EXCLUDED.revision - 1;
      DELETE FROM score WHERE \(place) AND criterion_id <> ALL (\(criteria));
      INSERT INTO score AS kept \(key), rubric_id, criterion_id, points)
      SELECT \(event), \(round), :judge, :team, \(rubric), given.criterion_id, given.points
      FROM unnest(\(criteria), \(points)) AS given (criterion_id, points)
      ON CONFLICT \(key), criterion_id) DO UPDATE SET points = EXCLUDED.points WHERE kept.points <> EXCLUDED.points;
      INSERT INTO sheet_revision \(key), revision, status, points, comment, feedback, reason, principal_id)
      SELECT \(event), \(round), :judge, :team, 1, 'ready',
        ('{"c1":' || 1000 * :points || ',"c2":2000,"c3":3000,"c4":4000}')::jsonb, '', '', NULL, principal_id \(actor);
      SELECT audit_append(\(event), 'J-' || :client_id, '{"action":"created","noun":"sheet","key":"J-' || :client_id
        || ' t' || :number || '","channel":"command line","changes":{"status":{"new":"ready"},"c1":{"new":"' || :points
        || '"},"c2":{"new":"2"},"c3":{"new":"3"},"c4":{"new":"4"}}}',
        '{}'::text[], '{}'::text[], '{}'::bytea[], '{}'::text[]);
      COMMIT;

      """
    let file = "\(bench.folder)/score-entry.sql"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}
