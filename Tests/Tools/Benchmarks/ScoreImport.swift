import Foundation

/// A million scores from one file: 2,000 judges with 50 of 10,000 teams each, by 10 criteria.
struct ScoreImport {
  private static let rounds = 3

  let bench: Workbench
  let yardstick: ImportYardstick

  init(bench: Workbench, program: String) throws {
    self.bench = bench
    yardstick = ImportYardstick(
      bench: bench, program: program, tables: ["sheet", "score", "sheet_revision", "audit_entry"])
    try yardstick.prepare(
      [["event", "add", "bench", "--name-en", "Bench", "--from", "2026-01-01", "--to", "2026-12-31", "--tz", "UTC"]],
      script: Self.panel)
  }

  /// The time against the yardstick, and the peak memory.
  func line() async throws -> String {
    let file = try write()
    var megabytes = 0.0
    let rounds = try await Rounds.alternate(Self.rounds) {
      let run = try yardstick.ours(["score", "import", file])
      megabytes = max(megabytes, run.megabytes)
      return run.wall
    } yardstick: {
      // The first round is ours, which leaves what is copied here.
      try await yardstick.yardstick()
    }
    return rounds.line("score-import", unit: "s", target: "<= 1.5") { $0 <= 1.5 }
      + "; peak \(short(megabytes)) MB, goal < 200 MB: \(megabytes < 200 ? "met" : "MISSED")"
  }

  /// Every judge with every two hundredth team, each beginning five further on.
  private static let panel = """
    SET search_path TO datajam;
    INSERT INTO team (event_id, key, name, name_folded)
      SELECT event_id, 't' || n, 'Team ' || n, 'team ' || n FROM event, generate_series(0, 9999) AS n;
    INSERT INTO judge (event_id, code, name) SELECT event_id, 'J' || n, 'Judge ' || n FROM event, generate_series(0, 1999) AS n;
    INSERT INTO rubric (event_id, key, version) SELECT event_id, 'main', 1 FROM event;
    INSERT INTO criterion (event_id, rubric_id, key, position, name, weight, minimum, maximum)
      SELECT event_id, rubric_id, 'c' || n, n, '{"en": "C"}', 1000, 0, 10000 FROM rubric, generate_series(0, 9) AS n;
    INSERT INTO round (event_id, key, rubric_id, state) SELECT event_id, 'main', rubric_id, 'open' FROM rubric;
    INSERT INTO assignment (event_id, round_id, judge_id, team_id)
      SELECT r.event_id, r.round_id, j.judge_id, t.team_id
      FROM round AS r JOIN judge AS j USING (event_id) CROSS JOIN generate_series(0, 49) AS n
      JOIN team AS t ON t.event_id = r.event_id AND t.key = 't' || (substr(j.code, 2)::integer * 5 + n * 200) % 10000;
    ANALYZE
    """

  private func write() throws -> String {
    let file = "\(bench.folder)/scores.csv"
    var text = "judge,team,criterion,score\n"
    var chance = Chance(state: 20_260_508)
    for judge in 0..<2000 {
      for number in 0..<50 {
        let team = (judge * 5 + number * 200) % 10_000
        for criterion in 0..<10 {
          text += "J\(judge),t\(team),c\(criterion),\(Int.random(in: 0...10, using: &chance))\n"
        }
      }
    }
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}
