import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Results
import Terminal
import Vocabulary

/// `datajam result tie …`
struct ResultTieCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "tie", "Ties: ranks that teams share.",
    subcommands: [List.self, Break.self, Keep.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the ties of the newest result, and those that need a decision.",
      examples: "datajam result tie list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let shared = try await backend.read { event, snapshot in
        let version = try backend.results.version(nil, of: event.id, in: snapshot)
        let result = try backend.results.result(version, of: event.id, in: snapshot)
        return try backend.results.sharedRanks(of: result, event.id, in: snapshot)
      }
      let rows = shared.map { [String($0.rank), $0.teams.joined(separator: ", "), words($0)] }
      try global.show(
        TextTable(header: ["rank", "teams", "state"], rows: rows, numeric: [0]), as: shared.map(\.json),
        in: list, whenEmpty: "No two teams share a rank.")
      if let open = shared.first(where: \.isOpen), !global.json {
        Console.say(
          "Decide it: "
            + ("result tie break \(each: open.teams) --how lot --reason TEXT" as NextStep).command
            + "\nOr let them share it: "
            + ("result tie keep \(each: open.teams) --reason TEXT" as NextStep).command)
      }
    }

    private func words(_ shared: SharedRank) -> String {
      if shared.isKept { return "they go on sharing it" }
      return shared.isOnBoundary ? "to be decided: the podium or a prize hangs on it" : "may stay"
    }
  }

  struct Break: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "break", "Put tied teams in order, by jury, vote or lot.",
      more: """
        The decision makes a new result with your name. For a jury or a vote, name the best team first. A lot \
        follows from a hash of the scores, so nobody can influence it and everybody can repeat it.
        """,
      examples: "datajam result tie break aurora boreal --how jury --reason \"Vote of the jury, 3 to 1\"")

    @Argument(help: "All tied teams; for a jury or a vote the best first.", completion: .keys(.team)) var teams:
      [String]
    @Option(help: ArgumentHelp("How the order was decided.", valueName: "way")) var how: Way
    @Option(help: ArgumentHelp("The reason. The result shows it.", valueName: "text")) var reason: String
    @Option(help: ArgumentHelp("The order, if the teams are not named in it.", valueName: "keys"))
    var order: TypedWords?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    enum Way: String, CaseIterable, ExpressibleByArgument {
      case jury
      case vote
      case lot

      var choice: ResultsService.TieChoice {
        switch self {
        case .jury: .jury
        case .vote: .vote
        case .lot: .lot
        }
      }
    }

    func run() async throws {
      let (how, teams, order, reason) = (how, teams, order, reason)
      try await global.decide { backend, event, unit in
        try backend.results.decideTie(
          teams, how.choice, order: order?.words, because: reason, of: event, in: unit)
      }
    }
  }

  struct Keep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "keep", "Keep a tie: the teams share the rank.",
      more: "The decision makes a new result with your name.",
      examples: "datajam result tie keep aurora boreal --reason \"Both deserve it\"")

    @Argument(help: "All tied teams.", completion: .keys(.team)) var teams: [String]
    @Option(help: ArgumentHelp("The reason. The result shows it.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (teams, reason) = (teams, reason)
      try await global.decide { backend, event, unit in
        try backend.results.decideTie(teams, .keep, because: reason, of: event, in: unit)
      }
    }
  }
}
