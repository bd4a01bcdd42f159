import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import RankingEngine
import RankingReports
import Results
import Terminal
import Vocabulary

/// `datajam result explain TEAM`: every number that made a team's rank.
struct ResultExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "explain", "Show every number that leads to a team's rank.",
    examples: "datajam result explain aurora")

  @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let result = try await backend.newestResult()
    guard let standing = result.standings.first(where: { $0.team == team }) else {
      throw ResultError.unknownTeam(team, nearest: nearest(to: team, among: result.standings.map(\.team)))
    }
    let kept = try KeptFigures(result)
    let comparison = MethodComparison(result, kept, all: false)
    let explanation = try ResultExplanation(of: team, in: result, kept)
    let words = ResultExplanationText(explanation, standing, result, kept)
    if global.json {
      Console.print(json(standing, kept, comparison, explanation, result).pretty)
      return
    }
    let severities = try severities(kept, result)
    Page(
      [[.text(headline(standing, result))], [.table(sheets(kept, severities))]] + words.blocks
        + [[.text(others(comparison))]]
    ).print()
    if comparison.isPartial { Console.say("Ranks by all methods: \(run: "result compare")") }
  }

  private func headline(_ standing: RankingResult.Standing, _ result: RankingResult) -> String {
    let digits = ResultText.digits(result)
    let score = ResultText.shownScore(standing, digits).map { " · \($0)" } ?? ""
    let error = standing.standardError.flatMap(Double.init).map { " ± \(fixed($0, digits))" } ?? ""
    var lines = [
      "Rank \(standing.rank) of \(result.standings.count)\(score)\(error) · \(onOneLine(standing.name)) · method "
        + "\(result.method.name) · computed \(result.computedAt), result \(result.number)"
    ]
    if let first = standing.pFirst.flatMap(Double.init), let ranks = standing.ranks {
      lines.append(
        "First with \(percent(first)); 9 times in 10 its rank is "
          + (ranks.count == 1 ? "\(ranks.lowerBound)." : "from \(ranks.lowerBound) to \(ranks.upperBound)."))
    }
    if let tieBreak = standing.tieBreak { lines.append("Its score ties with another's; decided by: \(tieBreak).") }
    lines += result.decisions.filter { $0.teams.contains(team) }.map(ResultVersionText.line)
    if standing.isProvisional { lines.append("Provisional: too few judges scored it to win a prize.") }
    return lines.joined(separator: "\n")
  }

  /// What each judge adds to scores, as it was kept; a result without draws by a plain method has nothing of it.
  private func severities(_ kept: KeptFigures, _ result: RankingResult) throws -> [String: Double] {
    guard kept.severities.isEmpty, case .computed(let method) = result.method else { return kept.severities }
    let ranking = try Ranking(of: kept.book, by: method, draws: 1, across: true)
    return ranking.judges.reduce(into: [:]) { $0[kept.names.judges[$1.judge]] = $1.severity }
  }

  /// The team's sheets, with what each judge adds to scores and the total without that.
  private func sheets(_ kept: KeptFigures, _ severities: [String: Double]) -> TextTable {
    let (book, names) = (kept.book, kept.names)
    let position = names.teams.firstIndex(of: team) ?? 0
    let criteria = zip(names.criteria, book.weights).map { "\($0) \(fixed($1 * 100, 0)) %" }
    let rows = book.sheets(ofTeam: position).map { sheet -> [String] in
      let judge = names.judges[book.judges[sheet]]
      return [judge]
        + names.criteria.indices.map { criterion in
          book.points(sheet: sheet, criterion: criterion).map { Points(thousandths: $0).description } ?? "-"
        } + [
          fixed(book.totals[sheet], 2), severities[judge].map { fixed($0, 2) } ?? "",
          kept.isFlagged(sheet) ? "flagged" : "",
        ]
    }
    let header = ["judge"] + criteria + ["weighted", "severity", "note"]
    return TextTable(header: header, rows: rows, numeric: Set(1..<header.count - 1))
  }

  private func others(_ comparison: MethodComparison) -> String {
    let ranks = comparison.ranks.compactMap { entry in entry.ranks[team].map { "\(entry.method.rawValue) \($0)" } }
    return "Rank by method: " + ranks.joined(separator: " · ")
  }

  private func json(
    _ standing: RankingResult.Standing, _ kept: KeptFigures, _ comparison: MethodComparison,
    _ explanation: ResultExplanation, _ result: RankingResult
  ) -> JSON {
    let (book, names) = (kept.book, kept.names)
    let position = names.teams.firstIndex(of: team) ?? 0
    let sheets = book.sheets(ofTeam: position).map { sheet -> JSON in
      [
        "judge": .string(names.judges[book.judges[sheet]]),
        "points": .object(
          names.criteria.enumerated().compactMap { criterion, key in
            book.points(sheet: sheet, criterion: criterion).map {
              JSON.Member(key, .number(Points(thousandths: $0).description))
            }
          }), "weighted": .number("\(book.totals[sheet])"),
      ]
    }
    let figures = result.json["teams"]?.elements?.first { $0["team"]?.text == team } ?? .null
    return [
      "result": .integer(result.number), "method": .string(result.method.name), "standing": figures,
      "sheets": .array(sheets),
      "ranks": .object(
        comparison.ranks.compactMap { entry in
          entry.ranks[team].map { JSON.Member(entry.method.rawValue, .integer($0)) }
        }),
      "explanation": explanation.json(kept),
    ]
  }
}
