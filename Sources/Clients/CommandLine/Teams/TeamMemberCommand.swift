import ArgumentParser
import Backend
import CanonicalJSON
import Teams
import Vocabulary

/// `datajam team member …`
struct TeamMemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Who is in a team.", subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Put a participant into a team.")

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
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a participant out of a team.")

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
