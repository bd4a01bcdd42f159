public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
public import Teams
import UseCases
import Vocabulary

/// `datajam team …`
struct TeamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "Teams and their members.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, TeamMemberCommand.self, Captain.self, Code.self,
      Invite.self, Join.self, Agenda.self, Withdraw.self, Disqualify.self, Merge.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import teams.", discussion: TemplateNoun.teams.inHelp)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: FileImportOptions

    func run() async throws { try await options.run(global, as: .team) }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key, such as buyer-resist.") var key: TypedKey
    @OptionGroup var details: TeamFields

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { event, unit in
        try backend.teams.add(key, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(.created, "team", key.text, next: "datajam team member add \(key) PARTICIPANT")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a team, or change what is known of it.",
      discussion: "What is not given stays as it is; \"\" takes away what is there.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var key: TypedKey
    @OptionGroup var details: TeamFields

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
    static let configuration = CommandConfiguration(abstract: "Show a team with its members.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      let (team, seats) = try await backend.read { event, snapshot in
        (try backend.teams.team(key, of: event.id, in: snapshot), event.event.teamSize)
      }
      global.show(team.table(seats: seats), as: team.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the teams with their members.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("Only teams of this city, in any language and spelling of case.", valueName: "name"))
    var city: String?
    @Option(help: ArgumentHelp("Only teams of this track.", valueName: "key")) var track: String?
    @Option(help: "Only teams that are active, withdrawn or disqualified.") var state: TeamStatus?

    func run() async throws {
      var wanted = TeamFilter()
      wanted.city = city
      wanted.track = track
      wanted.status = state
      let filter = wanted
      let backend = try await global.open()
      let teams = try await backend.read { try backend.teams.all(of: $0.id, filter, in: $1) }
      let table = TextTable(
        header: ["key", "name", "city", "track", "state", "size", "members"],
        rows: teams.map { entry in
          [
            entry.team.key.text, entry.team.name, entry.team.city.anyText, entry.team.track ?? "",
            entry.status == .active ? "" : entry.status.rawValue, String(entry.members.count),
            entry.members.map(\.name).joined(separator: ", "),
          ]
        }, numeric: [5])
      global.show(
        table, as: teams.map(\.json),
        whenEmpty: filter == TeamFilter()
          ? "There is no team yet. Add some: datajam team import FILE" : "No team is like that.")
    }
  }
}

extension TeamStatus: ExpressibleByArgument {}
