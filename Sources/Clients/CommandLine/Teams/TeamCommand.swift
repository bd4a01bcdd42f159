public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
import Lookup
public import Teams
import UseCases
import Vocabulary

/// `datajam team …`
struct TeamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "team", "Teams and their members.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, TeamMemberCommand.self, Captain.self, Code.self,
      Invite.self, Join.self, Schedule.self, Withdraw.self, Disqualify.self, Allow.self, Merge.self, Remove.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import teams from a CSV file.",
      more: TemplateNoun.teams.inHelp,
      examples: "datajam team import teams.csv")

    @OptionGroup var options: FileImportOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await options.run(global, as: .team) }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a team.",
      examples: "datajam team add aurora --name Aurora --track health")

    @Argument(help: "The team's key, such as aurora.") var key: TypedKey
    @OptionGroup var details: TeamFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { event, unit in
        try backend.teams.add(key, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(.created, "team", key.text, next: "team member add \(key) PARTICIPANT")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a team, or add one.",
      more: "Options that you leave out change nothing; \"\" removes a value.",
      examples: "datajam team set aurora --city-en Montreal --city-fr Montréal")

    @Argument(help: "The team's key.", completion: .keys(.team)) var key: TypedKey
    @OptionGroup var details: TeamFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.teams.set(key, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(outcome, "team", key.text)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a team with its members.",
      examples: "datajam team show aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (team, seats) = try await backend.read { event, snapshot in
        (try backend.teams.team(key, of: event.id, in: snapshot), event.event.teamSize)
      }
      global.show(team.table(seats: seats), as: team.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the teams with their members.",
      examples: "datajam team list --track health")

    @Option(help: ArgumentHelp("Only teams of this city, in any language.", valueName: "name"))
    var city: String?
    @Option(help: ArgumentHelp("Only teams of this track.", valueName: "key"), completion: .keys(.track)) var track:
      String?
    @Option(help: "Only teams of this status.") var status: TeamStatus?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      var wanted = TeamFilter()
      wanted.city = city
      wanted.track = track
      wanted.status = status
      let filter = wanted
      let backend = try await global.open()
      let (languages, teams) = try await backend.read {
        ($0.event.languages, try backend.teams.all(of: $0.id, filter, in: $1))
      }
      let arePlacesKnown = teams.contains { $0.team.place.text != nil }
      let place = arePlacesKnown ? ["place"] : []
      let table = TextTable(
        header: ["key", "name", "city", "track"] + place + ["status", "size", "members"],
        rows: teams.map { entry in
          [
            entry.team.key.text, entry.team.name, entry.team.city.text(preferring: languages), entry.team.track ?? "",
          ] + (arePlacesKnown ? [entry.team.place.text ?? ""] : []) + [
            entry.status == .active ? "" : entry.status.rawValue, String(entry.members.count),
            entry.members.map(\.name).joined(separator: ", "),
          ]
        }, numeric: [5 + place.count], expendable: ["city", "track"])
      try global.show(
        table, as: teams.map(\.json),
        in: list,
        whenEmpty: filter == TeamFilter()
          ? "There is no team yet. Add some: \(run: "team import FILE")" : "No team is like that.")
    }
  }
}

extension TeamStatus: ExpressibleByArgument {}
