import ArgumentParser
import Backend
import Events
import Lookup
import Postgres
import Results
import Vocabulary

/// `datajam result override TEAM`
struct ResultOverrideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "override", "Move a team to another rank, with a reason.",
    more: """
      The other teams keep their order. A new result shows the computed and the new ranks, with your name.
      """,
    examples: "datajam result override cedar --rank 2 --reason \"Decision of the jury\"")

  @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
  @Option(help: ArgumentHelp("The new rank.", valueName: "n")) var rank: Int
  @Option(help: ArgumentHelp("The reason. The result shows it.", valueName: "text")) var reason: String
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let (team, rank, reason) = (team, rank, reason)
    try await global.decide { backend, event, unit in
      try backend.results.move(team, to: rank, because: reason, of: event, in: unit)
    }
  }
}
