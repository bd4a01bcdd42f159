public import ArgumentParser
public import RankingEngine
import RankingReports
import Vocabulary

/// How scores are ranked; shared by the commands that do.
struct RankingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The ranking method. Without it: the method that fits the scores.", valueName: "name"))
  var method: RankingMethod?

  @Option(help: "The number that starts the random draws; the same number gives the same result.")
  var seed: UInt64 = 1

  @Option(help: "The number of draws for the probabilities; 0 gives the ranking only.")
  var draws = 10_000

  @Flag(help: "Rank groups without a common judge together, as if judges and teams were alike.")
  var across = false

  func validate() throws {
    guard (0...1_000_000).contains(draws) else {
      throw ValidationError("'--draws' takes a whole number from 0 to 1000000, but \(draws) was given.")
    }
  }

  var request: RankingRequest { RankingRequest(method: method, seed: seed, draws: draws, across: across) }
}

extension RankingMethod: ExpressibleByArgument {}

/// Why these scores cannot be ranked by this method, in words.
struct RankingRefusal: ExplainedError {
  let error: ScoringError
  let method: RankingMethod?

  var explanation: Explanation {
    if case .beyond(let limit) = error {
      let hint: Message =
        limit.isOfDraws
        ? "Rank without probabilities: --draws 0" : "Rank them by another method: --method raw --draws 0"
      return Explanation(.badData, code: "too-many", limit.sentence, hint: hint)
    }
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
