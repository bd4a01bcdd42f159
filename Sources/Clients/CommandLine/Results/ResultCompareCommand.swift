import ArgumentParser
import Backend
import CanonicalJSON
import Events
import RankingEngine
import RankingReports
import Results
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
    let kept = try KeptFigures(result)
    guard case .computed(let method) = result.method else { throw ResultError.onlyStated }
    let comparison = MethodComparison(result, kept, all: true)
    // A few draws bring the judges' severities along; the figures that were kept are not computed again.
    let report = try backend.results.report(of: result, by: RankingRequest(method: method, draws: 100, across: true))
    let analysis = RankingAnalysis(report.ranking, report.book)
    if global.json {
      Console.print(json(report, comparison, analysis, result).pretty)
      return
    }
    let header = ["team"] + comparison.ranks.map(\.method.rawValue)
    let rows = result.standings.map { standing in
      [standing.team] + comparison.ranks.map { $0.ranks[standing.team].map(String.init) ?? "" }
    }
    let others = header.dropFirst().filter { $0 != result.method.name }
    let table = TextTable(
      header: header, rows: rows, numeric: Set(1..<header.count), expendable: others.reversed())
    let sections = report.sections(of: analysis).filter { $0.title != "Neighbours" }
    Page([[.table(table)]] + sections.map { [.text($0.title)] + $0.lines.map { .text("  " + $0) } }).print()
  }

  private func json(
    _ report: RankingReport, _ comparison: MethodComparison, _ analysis: RankingAnalysis, _ result: RankingResult
  ) -> JSON {
    let ranks = result.standings.map { standing -> JSON in
      [
        "team": .string(standing.team),
        "ranks": .object(
          comparison.ranks.compactMap { entry in
            entry.ranks[standing.team].map { JSON.Member(entry.method.rawValue, .integer($0)) }
          }),
      ]
    }
    let reports = report.json(with: analysis)
    return [
      "result": .integer(result.number), "method": .string(result.method.name), "teams": .array(ranks),
      "design": reports["design"] ?? .null, "judge_report": reports["judge_report"] ?? .null,
      "sensitivity": reports["sensitivity"] ?? .null,
    ]
  }
}
