import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Results
import Terminal
import Vocabulary

/// `datajam result tie …`
struct ResultTieCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie", abstract: "Places that teams share, and what is decided about them.",
    subcommands: [List.self, Break.self, Keep.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the places that teams share in the newest result, and which have to be decided.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let shared = try await backend.read { event, snapshot in
        let version = try backend.results.version(nil, of: event.id, in: snapshot)
        let result = try backend.results.result(version, of: event.id, in: snapshot)
        return try backend.results.sharedPlaces(of: result, event.id, in: snapshot)
      }
      let rows = shared.map { [String($0.place), $0.teams.joined(separator: ", "), words($0)] }
      global.show(
        TextTable(header: ["place", "teams", "state"], rows: rows, numeric: [0]), as: shared.map(\.json),
        whenEmpty: "No two teams share a place.")
      if let open = shared.first(where: \.isOpen), !global.json {
        let teams = open.teams.joined(separator: " ")
        Surroundings.say(
          "Decide it: "
            + global.inTheSameEvent("datajam result tie break \(teams) --how jury|vote|lot --reason TEXT")
            + "\nOr let them share it: "
            + global.inTheSameEvent("datajam result tie keep \(teams) --reason TEXT"))
      }
    }

    private func words(_ shared: SharedPlace) -> String {
      if shared.isKept { return "they go on sharing it" }
      return shared.isOnBoundary ? "to be decided: the podium or a prize hangs on it" : "may stay"
    }
  }

  struct Break: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put teams that share a place in order; it is signed and stands in a further result.",
      discussion:
        "A jury and a vote say the order: the best first. A lot is drawn from the scores' own digest, so that "
        + "nobody chooses it and everybody can draw it again.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "All teams that share the place; for a jury and a vote the best first.") var teams: [String]
    @Option(help: ArgumentHelp("How it was decided.", valueName: "way")) var how: Way
    @Option(help: ArgumentHelp("Why; it stands in the result.", valueName: "text")) var reason: String
    @Option(help: ArgumentHelp("The order, where the teams are not named in it.", valueName: "keys"))
    var order: TypedWords?

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
      abstract: "Let teams go on sharing a place; it is signed and stands in a further result.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "All teams that share the place.") var teams: [String]
    @Option(help: ArgumentHelp("Why; it stands in the result.", valueName: "text")) var reason: String

    func run() async throws {
      let (teams, reason) = (teams, reason)
      try await global.decide { backend, event, unit in
        try backend.results.decideTie(teams, .keep, because: reason, of: event, in: unit)
      }
    }
  }
}
