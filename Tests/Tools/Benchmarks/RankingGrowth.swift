import Foundation

/// How the ranking of a spreadsheet grows with the teams.
struct RankingGrowth {
  private static let sizes = [10_000, 100_000]
  /// n log n from the smaller size to the larger, as a power of n, and a little for the noise of a shared machine.
  private static let mostExponent = 1.1 + 0.05

  let tables: ScoreTables
  let program: String

  /// The default method: processor time, and what each team takes beside what reading and printing it does.
  func teams() throws -> String {
    var growth = Growth()
    var bytes: [Double] = []
    for teams in Self.sizes {
      let file = try tables.event(teams: teams, judges: 200, sheets: 10, criteria: 1)
      let plain = try MeasuredRun(program, ["rank", file, "--method", "raw", "--draws", "0", "--json"])
      let full = try MeasuredRun(program, ["rank", file, "--json"])
      growth.add(size: teams, seconds: full.cpu)
      bytes.append(max(full.megabytes - plain.megabytes, 0) * 1024 * 1024 / Double(teams))
    }
    let isMet = growth.exponent <= Self.mostExponent && bytes.allSatisfy { $0 <= 1024 }
    return "figure rank-teams \(growth.text("teams"))   10 sheets a team, 200 judges, the default method; "
      + "\(bytes.map { short($0) }.joined(separator: " and ")) bytes a team besides the input; "
      + "goal: growth at most n log n, <= 1 kB a team: \(isMet ? "met" : "MISSED")"
  }

  /// Every report.
  func reports() throws -> String {
    var growth = Growth()
    for teams in [250, 500] {
      let file = try tables.event(teams: teams, judges: teams / 5, sheets: 5, criteria: 4)
      let runs = try (0..<3).map { _ in try MeasuredRun(program, ["rank", file, "--reports", "--json"]).cpu }
      growth.add(size: teams, seconds: median(runs))
    }
    return "figure rank-reports \(growth.text("teams"))   5 sheets a team, one judge to 5 teams, 4 criteria; "
      + "goal <= 2 CPU s: \(growth.last <= 2 ? "met" : "MISSED")"
  }
}

/// Times at two sizes.
struct Growth {
  private var points: [(size: Double, seconds: Double)] = []

  mutating func add(size: Int, seconds: Double) { points.append((Double(size), seconds)) }

  var last: Double { points.last?.seconds ?? 0 }

  /// The power of the size that the time grows with.
  var exponent: Double {
    guard let first = points.first, let last = points.last, last.size > first.size else { return 0 }
    return log(last.seconds / first.seconds) / log(last.size / first.size)
  }

  /// The figure of the larger size first, then both with the exponent.
  func text(_ unit: String, in time: String = "CPU s") -> String {
    let each = points.map { "\(Int($0.size)) \(unit) \(short($0.seconds)) \(time)" }
    return "\(short(last)) \(time)   \(each.joined(separator: ", ")), exponent \(short(exponent));"
  }
}
