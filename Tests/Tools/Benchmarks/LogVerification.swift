import Foundation
import LocalPostgres

/// Verifying a long log with the tables that it has to agree with.
struct LogVerification {
  private static let sizes = [100_000, 1_000_000]
  private static let goal = (seconds: 60.0, megabytes: 150.0)

  let bench: Workbench
  let program: String

  func line() throws -> String {
    var (growth, largest) = (Growth(), 0.0)
    var seconds = 0.0
    for entries in Self.sizes {
      let database = try prepared(entries)
      let run = try ours(["log", "verify"], in: database)
      growth.add(size: entries, seconds: run.wall)
      (seconds, largest) = (run.wall, max(largest, run.megabytes))
      try bench.psql(["-c", "DROP DATABASE \(database)"])
    }
    let isMet = seconds <= Self.goal.seconds && largest <= Self.goal.megabytes
    return
      "figure log-verify \(growth.text("entries", in: "s"))   a tenth as many people from a file and sheets of 4 criteria; "
      + "\(short(largest)) MB; goals <= \(short(Self.goal.seconds)) s, <= \(short(Self.goal.megabytes)) MB: "
      + (isMet ? "met" : "MISSED")
  }

  private func prepared(_ entries: Int) throws -> String {
    let name = "log_\(entries)"
    try bench.psql(["-c", "DROP DATABASE IF EXISTS \(name)", "-c", "CREATE DATABASE \(name)"])
    _ = try ours(["db", "migrate"], in: name)
    let event = [
      "event", "add", "bench", "--name-en", "Bench", "--from", "2026-01-01", "--to", "2026-12-31", "--tz", "UTC",
    ]
    _ = try ours(event, in: name)
    _ = try ours(["participant", "import", try people(entries / 10)], in: name)
    try bench.psql(["-1", "-v", "ON_ERROR_STOP=1", "-c", Self.sheets(entries / 10)], in: name)
    try bench.psql(["-v", "ON_ERROR_STOP=1", "-c", Self.entries(entries), "-c", "VACUUM ANALYZE"], in: name)
    return name
  }

  private func people(_ count: Int) throws -> String {
    let file = "\(bench.folder)/log-people-\(count).csv"
    let rows = (0..<count).map { "Given\($0),Family\($0),person.\($0)@example.org,Team \($0 / 5)\n" }
    try ("given_name,family_name,email,team\n" + rows.joined()).write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }

  /// Sheets of 100 judges, in one transaction whose entry holds their records.
  private static func sheets(_ count: Int) -> String {
    """
    SET search_path TO datajam;
    INSERT INTO judge (event_id, code, name) SELECT event_id, 'J' || n, 'Judge ' || n FROM event, generate_series(1, 100) AS n;
    INSERT INTO rubric (event_id, key, version) SELECT event_id, 'main', 1 FROM event;
    INSERT INTO criterion (event_id, rubric_id, key, position, name, weight, minimum, maximum)
      SELECT event_id, rubric_id, 'c' || n, n, '{"en": "C"}', 1000, 1000, 5000 FROM rubric, generate_series(1, 4) AS n;
    INSERT INTO round (event_id, key, rubric_id, state) SELECT event_id, 'main', rubric_id, 'open' FROM rubric;
    INSERT INTO assignment (event_id, round_id, judge_id, team_id)
      SELECT r.event_id, r.round_id, j.judge_id, t.team_id
      FROM round AS r JOIN judge AS j USING (event_id)
      CROSS JOIN LATERAL (
        SELECT t.team_id FROM team AS t WHERE t.event_id = r.event_id ORDER BY t.team_id LIMIT \(count / 100)) AS t;
    INSERT INTO sheet (event_id, round_id, judge_id, team_id, rubric_id, status, revision)
      SELECT a.event_id, a.round_id, a.judge_id, a.team_id, r.rubric_id, 'ready', 1
      FROM assignment AS a JOIN round AS r USING (event_id, round_id);
    INSERT INTO score (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT s.event_id, s.round_id, s.judge_id, s.team_id, s.rubric_id, c.criterion_id, 3000
      FROM sheet AS s JOIN criterion AS c USING (event_id, rubric_id);
    SELECT audit_append_as(event_id, principal_id, '{"action":"added","changes":{},"channel":"bench","key":"sheets","noun":"rows"}',
      '{}', '{}', '{}', '{}') FROM principal;
    """
  }

  /// Entries as they are written when a judge saves a sheet.
  private static func entries(_ count: Int) -> String {
    """
    SET search_path TO datajam;
    SELECT count(audit_append_as(p.event_id, p.principal_id,
      '{"action":"saved","changes":{"impact":{"new":3000},"design":{"new":4000},"data":{"new":2000},"pitch":{"new":5000}},'
        || '"channel":"bench","key":"main/J7/t' || n || '","noun":"sheet"}', '{}', '{}', '{}', '{}'))
    FROM principal AS p, generate_series(1, \(count)) AS n
    """
  }

  private func ours(_ arguments: [String], in database: String) throws -> MeasuredRun {
    let address = "host=\(bench.cluster.home.socketFolder) user=datajam dbname=\(database)"
    return try MeasuredRun(program, arguments, environment: ["DATAJAM_DATABASE_URL": address])
  }
}
