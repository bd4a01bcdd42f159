public import ArgumentParser
import Competition
import RankingReports
public import Scoring

/// How scores are ranked; shared by the commands that do.
struct RankingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The method: \(RankingMethod.allCases.map(\.rawValue).joined(separator: " ")).", valueName: "name"))
  var method: RankingMethod?

  @Option(help: "The seed of the draws behind the probabilities; the same seed gives the same figures.")
  var seed: UInt64 = 1

  @Option(help: "How many draws the probabilities rest on; 0 for the ranking alone.")
  var draws = 10_000

  func validate() throws {
    guard (0...1_000_000).contains(draws) else {
      throw ValidationError("'--draws' takes a whole number from 0 to 1000000, but \(draws) was given.")
    }
  }

  /// Ranks, and compares the podium with other methods where the design is small enough for that to cost nothing.
  func report(
    of book: ScoreBook, _ names: RankingNames, notes: [RankingWarning] = []
  ) throws -> RankingReport {
    do {
      let ranking = try Ranking(of: book, by: method, draws: draws, seed: seed)
      let isSmall = min(book.judgeCount, book.teamCount) <= 300
      let crossCheck =
        ranking.certainty != nil && isSmall
        ? CrossCheck(ranking, book, methods: [.reliability, .integrated, .raw].uniqued(with: ranking.method)) : nil
      return RankingReport(ranking, book, names, crossCheck: crossCheck, notes: notes)
    } catch {
      throw RankingRefusal(error: error, method: method)
    }
  }
}

extension RankingMethod: ExpressibleByArgument {}

extension [RankingMethod] {
  /// These methods, and before them another one that is not among them.
  fileprivate func uniqued(with method: RankingMethod) -> [RankingMethod] {
    contains(method) ? self : [method] + self
  }
}

/// Why these scores cannot be ranked by this method, in words.
struct RankingRefusal: ExplainedError {
  let error: ScoringError
  let method: RankingMethod?

  var explanation: Explanation {
    let name = quoted(method?.rawValue ?? "default")
    let message =
      switch error {
      case .unmetPrecondition(.twoTeams): "The method \(name) compares teams, but only one team has a score."
      case .unmetPrecondition(.comparisons):
        "The method \(name) compares the teams of a judge, but no judge scored two teams."
      default: "These scores cannot be ranked by \(name): \(error)."
      }
    return Explanation(.badData, code: "not-rankable", message, hint: "Rank them by another method: --method raw")
  }
}
