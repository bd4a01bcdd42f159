import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Interchange
import Teams

/// `datajam team …`
struct TeamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "Teams and their members.",
    subcommands: [Import.self, Set.self, List.self, TeamMemberCommand.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import teams.",
      discussion: "Columns: key, name, country, city_en, city_fr, city_es, about_en, about_fr, about_es.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: FileImportOptions

    func run() async throws { try await options.run(global, as: .team) }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a team, or change what is known of it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var key: TypedKey
    @Option(help: "The name as the team writes it; needed for a new one.") var name: String?
    @OptionGroup var city: LocalisedOptions<CityField>
    @OptionGroup var about: LocalisedOptions<AboutField>

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.teams.all(of: event, in: unit).first { $0.team.key == key }?.team
        var team = known ?? Team(key: key, name: "")
        team.name = name ?? team.name
        team.city = city.replacing(in: team.city)
        team.about = about.replacing(in: team.about)
        return try backend.teams.set(team, of: event, in: unit)
      }
      global.tell(outcome, "team", key.text)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the teams with their members.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let teams = try await backend.read { try backend.teams.all(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["key", "name", "city", "size", "members"],
        rows: teams.map { entry in
          [
            entry.team.key.text, entry.team.name, entry.team.city.anyText, String(entry.members.count),
            entry.members.joined(separator: ", "),
          ]
        }, numeric: [3])
      let items = teams.map { entry -> JSON in
        [
          "key": .string(entry.team.key.text), "name": .string(entry.team.name), "city": entry.team.city.json,
          "country": (entry.team.country?.text).json, "about": entry.team.about.json,
          "members": .array(entry.members.map(JSON.string)),
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no team yet. Add some: datajam team import FILE")
    }
  }
}

/// `datajam team member …`
struct TeamMemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Who is in a team.", subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put a participant into a team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The participant's key.") var participant: String
    @Flag(help: "The participant speaks for the team.") var captain = false

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.teams.add(participant, to: team, asCaptain: captain, of: event, in: unit)
      }
      global.tell(outcome, "member", participant)
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take a participant out of a team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The participant's key.") var participant: String

    func run() async throws {
      let backend = try await global.open()
      let wasMember = try await backend.change { event, unit in
        try backend.teams.remove(participant, from: team, of: event, in: unit)
      }
      let outcome = wasMember ? "left" : "was not in"
      if global.json {
        let document: JSON = ["participant": .string(participant), "team": .string(team), "removed": .bool(wasMember)]
        Surroundings.print(document.pretty)
      } else {
        Surroundings.say("participant \(quoted(participant)) \(outcome) team \(quoted(team))")
      }
    }
  }
}
