import ArgumentParser
import Backend
import CanonicalJSON
import Events
import RankingEngine
import RankingReports
import Results
import Terminal
import Vocabulary

/// `datajam result compare`: how ranks move with the method, and what the podium hangs on.
struct ResultCompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "compare", "Compare the ranks by each method, and show what decides the first ranks.",
    examples: "datajam result compare")

  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let result = try await backend.newestResult()
    let comparison = try MethodComparison(result, backend.results)
    let analysis = RankingAnalysis(comparison.report.ranking, comparison.report.book)
    if global.json {
      Console.print(json(comparison, analysis, result).pretty)
      return
    }
    let header = ["team"] + comparison.ranks.map(\.method.rawValue)
    let rows = result.standings.map { standing in
      [standing.team] + comparison.ranks.map { $0.ranks[standing.team].map(String.init) ?? "" }
    }
    var parts = [TextTable(header: header, rows: rows, numeric: Set(1..<header.count)).text]
    for section in comparison.report.sections(of: analysis) where section.title != "Neighbours" {
      parts.append(([section.title] + section.lines.map { "  " + onOneLine($0) }).joined(separator: "\n"))
    }
    Console.print(parts.joined(separator: "\n\n"))
  }

  private func json(_ comparison: MethodComparison, _ analysis: RankingAnalysis, _ result: RankingResult) -> JSON {
    let ranks = result.standings.map { standing -> JSON in
      [
        "team": .string(standing.team),
        "ranks": .object(
          comparison.ranks.compactMap { entry in
            entry.ranks[standing.team].map { JSON.Member(entry.method.rawValue, .integer($0)) }
          }),
      ]
    }
    let reports = comparison.report.json(with: analysis)
    return [
      "result": .integer(result.number), "method": .string(result.method.name), "teams": .array(ranks),
      "design": reports["design"] ?? .null, "judge_report": reports["judge_report"] ?? .null,
      "sensitivity": reports["sensitivity"] ?? .null,
    ]
  }
}
