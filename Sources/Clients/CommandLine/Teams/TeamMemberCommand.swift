import ArgumentParser
import Backend
import CanonicalJSON
import Lookup
import Teams
import Vocabulary

/// `datajam team member …`
struct TeamMemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "member", "The members of a team.",
    subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a participant to a team.",
      examples: "datajam team member add aurora p-7")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The participant's key.", completion: .keys(.participant)) var participant: String
    @Flag(help: "Make the participant the captain.") var captain = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.teams.add(participant, to: team, asCaptain: captain, of: event, in: unit)
      }
      global.tell(outcome, "member", participant)
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a participant from a team.",
      examples: "datajam team member remove aurora p-7")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The participant's key.", completion: .keys(.participant)) var participant: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let wasMember = try await backend.change { event, unit in
        try backend.teams.remove(participant, from: team, of: event, in: unit)
      }
      let outcome = wasMember ? "left" : "was not in"
      if global.json {
        let document: JSON = ["participant": .string(participant), "team": .string(team), "removed": .bool(wasMember)]
        Console.print(document.pretty)
      } else {
        Console.say("participant \(quoted(participant)) \(outcome) team \(quoted(team))")
      }
    }
  }
}
