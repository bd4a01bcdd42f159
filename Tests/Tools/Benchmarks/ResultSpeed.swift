import Foundation
import LocalPostgres

/// A result from the database: computed and kept, and explained for one team.
struct ResultSpeed {
  private static let sizes = [(teams: 500, judges: 100, goal: 2.0), (teams: 2_000, judges: 400, goal: 8.0)]
  private static let runs = 3

  let bench: Workbench
  let program: String

  func compute() throws -> String {
    try line("result-compute", goals: Self.sizes.map(\.goal)) { database in
      try (0..<Self.runs).map { _ in try ours(["result", "compute"], in: database).cpu }
    }
  }

  func explain() throws -> String {
    try line("result-explain", goals: [1, 1]) { database in
      _ = try ours(["result", "compute"], in: database)
      return try (0..<Self.runs).map { _ in try ours(["result", "explain", "t7"], in: database).cpu }
    }
  }

  /// What of freezing and computing is the comparison of the tables with the log, which both begin with.
  func comparison() throws -> String {
    let database = try prepared(Self.sizes[0].teams, Self.sizes[0].judges)
    let steps = try [["freeze", "--force", "--reason", "benchmark"], ["compute"]].map { step in
      try ours(["result"] + step, in: database).wall
    }
    let question = "SELECT count(*) FROM rows_that_differ((SELECT event_id FROM event), tables_of_results())"
    let asked = ContinuousClock.now
    try bench.psql(["-c", "SET search_path TO datajam"] + (1...10).flatMap { _ in ["-c", question] }, in: database)
    let spent = (ContinuousClock.now - asked).components
    // Each step compares once.
    let share = 2 * (Double(spent.seconds) + Double(spent.attoseconds) / 1e18) / 10 / steps.reduce(0, +)
    return
      "ratio log-compare \(short(share))   of freezing and computing (\(steps.map(short).joined(separator: " + ")) s) "
      + "at \(Self.sizes[0].teams) teams x \(Self.sizes[0].judges) judges x 5 sheets; goal <= 0.1: "
      + (share <= 0.1 ? "met" : "MISSED")
  }

  private func line(_ name: String, goals: [Double], _ measure: (String) throws -> [Double]) throws -> String {
    var growth = Growth()
    var isMet = true
    for (size, goal) in zip(Self.sizes, goals) {
      let cpu = median(try measure(prepared(size.teams, size.judges)))
      growth.add(size: size.teams, seconds: cpu)
      isMet = isMet && cpu <= goal
    }
    return "figure \(name) \(growth.text("teams"))   5 sheets a team, one judge to 5 teams, 4 criteria; without the "
      + "server's time; goals \(goals.map { "<= \(short($0)) CPU s" }.joined(separator: ", ")): "
      + (isMet ? "met" : "MISSED")
  }

  /// A database with a closed round in which each team has 5 sheets.
  private func prepared(_ teams: Int, _ judges: Int) throws -> String {
    let name = "result_\(teams)"
    try bench.psql(["-c", "DROP DATABASE IF EXISTS \(name)", "-c", "CREATE DATABASE \(name)"])
    _ = try ours(["db", "migrate"], in: name)
    let event = [
      "event", "add", "bench", "--name-en", "Bench", "--from", "2026-01-01", "--to", "2026-12-31", "--tz", "UTC",
    ]
    _ = try ours(event, in: name)
    // From draft to judging, the first phase that takes results.
    for _ in 1...3 { _ = try ours(["event", "phase", "next", "--force", "--reason", "benchmark"], in: name) }
    try bench.psql(["-1", "-v", "ON_ERROR_STOP=1", "-c", Self.panel(teams, judges)], in: name)
    return name
  }

  /// Scores that follow from numbers of team and judge, with enough noise that no two teams are alike.
  private static func panel(_ teams: Int, _ judges: Int) -> String {
    """
    SET search_path TO datajam;
    INSERT INTO team (event_id, key, name, name_folded)
      SELECT event_id, 't' || n, 'Team ' || n, 'team ' || n FROM event, generate_series(1, \(teams)) AS n;
    INSERT INTO judge (event_id, code, name)
      SELECT event_id, 'J' || n, 'Judge ' || n FROM event, generate_series(0, \(judges - 1)) AS n;
    INSERT INTO rubric (event_id, key, version) SELECT event_id, 'main', 1 FROM event;
    INSERT INTO criterion (event_id, rubric_id, key, position, name, weight, minimum, maximum)
      SELECT event_id, rubric_id, 'c' || n, n, '{"en": "C"}', 1000, 1000, 5000 FROM rubric, generate_series(1, 4) AS n;
    INSERT INTO round (event_id, key, rubric_id, state) SELECT event_id, 'main', rubric_id, 'open' FROM rubric;
    INSERT INTO assignment (event_id, round_id, judge_id, team_id)
      SELECT r.event_id, r.round_id, j.judge_id, t.team_id
      FROM round AS r JOIN team AS t USING (event_id) CROSS JOIN generate_series(0, 4) AS n
      JOIN judge AS j ON j.event_id = r.event_id
        AND j.code = 'J' || n * \(judges / 5) + (hashint8(t.team_id * 31 + n) & 65535) % \(judges / 5);
    INSERT INTO sheet (event_id, round_id, judge_id, team_id, rubric_id, status, revision)
      SELECT a.event_id, a.round_id, a.judge_id, a.team_id, r.rubric_id, 'ready', 1
      FROM assignment AS a JOIN round AS r USING (event_id, round_id);
    INSERT INTO score (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT s.event_id, s.round_id, s.judge_id, s.team_id, s.rubric_id, c.criterion_id,
        1000 * GREATEST(1, LEAST(5, 1 + (hashint8(s.team_id) & 3) + (hashint8(s.judge_id * 31) & 1)
          + (hashint8(s.team_id * 7919 + s.judge_id * 104729 + c.criterion_id) & 1)))
      FROM sheet AS s JOIN criterion AS c USING (event_id, rubric_id);
    UPDATE round SET state = 'closed';
    ANALYZE
    """
  }

  private func ours(_ arguments: [String], in database: String) throws -> MeasuredRun {
    let address = "host=\(bench.cluster.home.socketFolder) user=datajam dbname=\(database)"
    return try MeasuredRun(program, arguments, environment: ["DATAJAM_DATABASE_URL": address])
  }
}
