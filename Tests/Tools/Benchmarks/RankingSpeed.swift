import CRankingYardstick
import Foundation

/// The whole program from a file of scores to the ranking as JSON.
struct RankingSpeed {
  private static let runs = 5

  let tables: ScoreTables
  let program: String

  func event() throws -> String {
    let file = try tables.event()
    let plain = try runs(["rank", file, "--method", "reliability", "--draws", "4000", "--json"])
    let full = try runs(["rank", file, "--method", "reliability", "--draws", "4000", "--reports", "--json"])
    return try line("rank-event", plain, "with 4,000 draws", goal: 0.25) + "\n"
      + line("rank-event-reports", full, "with every report", goal: 3) + "\n" + ratio(of: plain)
  }

  /// The processor time over that of a C loop of the same arithmetic: a slow machine slows both.
  private func ratio(of runs: [MeasuredRun]) throws -> String {
    let yardstick = (0..<Self.runs).map { _ in
      let start = ranking_yardstick_seconds()
      // 1,000 sheets, as the event has; the sum is looked at, so that no compiler can leave the loop out.
      let sum = ranking_yardstick(1_000, 150)
      return ranking_yardstick_seconds() - start + (sum.isNaN ? 1 : 0)
    }
    return Rounds(ours: runs.map(\.cpu), yardstick: yardstick).line(
      "rank-event", unit: "CPU s", target: "<= 1.8"
    ) { $0 <= 1.8 }
  }

  func large() throws -> String {
    let file = try tables.large()
    return line(
      "rank-large", try runs(["rank", file, "--method", "reml", "--draws", "0", "--json"]), goal: 1, megabytes: 150)
  }

  func million() throws -> String {
    let file = try tables.million()
    return line(
      "rank-million", try runs(["rank", file, "--method", "reml", "--draws", "0", "--json"]), goal: 5, megabytes: 400)
  }

  /// Against a polars script with its import, on the same file, with two threads.
  func raw(python: String) async throws -> String {
    let file = try tables.million()
    let script = tables.folder + "/mean.py"
    try Self.polars.write(toFile: script, atomically: false, encoding: .utf8)
    let rounds = try await Rounds.alternate(Self.runs) {
      try MeasuredRun(program, ["rank", file, "--method", "raw", "--draws", "0", "--json"]).wall
    } yardstick: {
      try MeasuredRun(python, [script, file], environment: ["POLARS_MAX_THREADS": "2"]).wall
    }
    return rounds.line("rank-raw", unit: "s", target: "<= 1") { $0 <= 1 }
  }

  /// A workbook of 100,000 sheets, one a row, against a polars script with its import, on the same file.
  func workbook(python: String) async throws -> String {
    let (scores, file) = (try tables.sheets(), tables.folder + "/sheets.xlsx")
    try Command(path: python, arguments: ["-c", Self.writing, scores, file]).run()
    let rounds = try await Rounds.alternate(Self.runs) {
      try MeasuredRun(program, ["rank", file, "--method", "raw", "--draws", "0", "--json"]).wall
    } yardstick: {
      try MeasuredRun(python, ["-c", Self.calamine, file], environment: ["POLARS_MAX_THREADS": "2"]).wall
    }
    return rounds.line("rank-xlsx", unit: "s", target: "<= 1") { $0 <= 1 }
  }

  /// Writes a workbook as Excel does, with shared texts (XlsxWriter).
  private static let writing = """
    import sys, polars
    polars.read_csv(sys.argv[1]).write_excel(sys.argv[2], autofit=False)
    """

  private static let calamine = """
    import sys, polars
    sheets = polars.read_excel(sys.argv[1], engine="calamine")
    means = sheets.with_columns(polars.mean_horizontal("c0", "c1", "c2", "c3").alias("score"))
    teams = means.group_by("team").agg(polars.col("score").mean())
    print(teams.sort("score", "team", descending=[True, False]).write_csv())
    """

  private static let polars = """
    import sys, polars
    scores = polars.read_csv(sys.argv[1])
    sheets = scores.group_by("team", "judge").agg(polars.col("score").mean())
    teams = sheets.group_by("team").agg(polars.col("score").mean())
    print(teams.sort("score", "team", descending=[True, False]).write_csv())
    """

  private func runs(_ arguments: [String]) throws -> [MeasuredRun] {
    try (0..<Self.runs).map { _ in try MeasuredRun(program, arguments) }
  }

  private func line(
    _ name: String, _ runs: [MeasuredRun], _ what: String? = nil, goal: Double, megabytes limit: Double? = nil
  ) -> String {
    let (cpu, memory) = (median(runs.map(\.cpu)), runs.map(\.megabytes).max() ?? 0)
    let range = "\(short(runs.map(\.cpu).min() ?? 0)) to \(short(runs.map(\.cpu).max() ?? 0)) over \(runs.count) runs"
    let isMet = cpu <= goal && memory <= limit ?? .infinity
    return "figure \(name) \(short(cpu)) CPU s   \(what.map { $0 + ", " } ?? "")\(range), peak \(short(memory)) MB; "
      + "goal \(short(goal)) CPU s\(limit.map { ", \(short($0)) MB" } ?? ""): \(isMet ? "met" : "MISSED")"
  }
}
