import ArgumentParser
import Backend
import Events
import Postgres
import Results
import Vocabulary

/// `datajam result override TEAM`
struct ResultOverrideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override", abstract: "Move a team to a place whatever the scores say; the others keep their order.",
    discussion: "It makes a further result, signed, in which the computed places stand beside those in force.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The team's key.") var team: String
  @Option(help: ArgumentHelp("The place.", valueName: "n")) var rank: Int
  @Option(help: ArgumentHelp("Why; it stands in the result.", valueName: "text")) var reason: String

  func run() async throws {
    let (team, rank, reason) = (team, rank, reason)
    try await global.decide { backend, event, unit in
      try backend.results.move(team, to: rank, because: reason, of: event, in: unit)
    }
  }
}
