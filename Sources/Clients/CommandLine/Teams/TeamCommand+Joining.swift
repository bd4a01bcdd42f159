import ArgumentParser
import Backend
import CanonicalJSON
import Lookup
import Teams
import Vocabulary

extension TeamCommand {
  struct Captain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "captain", "Make a member the captain of the team.",
      examples: "datajam team captain aurora p-7")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The participant's key.", completion: .keys(.participant)) var participant: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change {
        try backend.teams.makeCaptain(participant, of: team, in: $0, $1)
      }
      global.tell(outcome, "captain", participant)
    }
  }

  struct Code: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "code", "Create a code with which participants join a team.",
      more: "The code is shown once, and only its hash is stored. A new code replaces the earlier one.",
      examples: "datajam team code aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Flag(help: "Remove the code and create no other.") var revoke = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      guard !revoke else { return try await takeAway(by: backend) }
      let code = try await backend.change { try backend.teams.makeCode(for: team, of: $0, in: $1) }
      if global.json {
        let document: JSON = ["team": .string(team), "code": .string(code.description)]
        Console.print(document.pretty)
      } else {
        Console.print(code.description)
        Console.say("It is shown this once. Who has it joins by: \(run: "team join \(code) PARTICIPANT")")
      }
    }

    private func takeAway(by backend: Backend) async throws {
      let hadOne = try await backend.change { try backend.teams.revokeCode(of: team, in: $0, $1) }
      global.tell(
        removed: hadOne, "join code", team,
        "team \(quoted(team)): " + (hadOne ? "its code no longer holds" : "had no code"))
    }
  }

  struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "invite", "Create a code with which one participant joins a team.",
      more: "The code is shown once, and only its hash is stored. A new invitation replaces the earlier one.",
      examples: "datajam team invite aurora p-7 --days 3")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The participant's key.", completion: .keys(.participant)) var participant: String
    @Option(
      parsing: .unconditional, help: ArgumentHelp("The number of days for which the code is valid.", valueName: "n"))
    var days = 7
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard (1...365).contains(days) else {
        throw ValidationError("'--days' takes 1 to 365, but \(days) was given.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let invitation = try await backend.change {
        try backend.teams.invite(participant, to: team, days: days, of: $0, in: $1)
      }
      if global.json {
        let document: JSON = [
          "team": .string(team), "participant": .string(participant), "code": .string(invitation.code.description),
          "expires_at": .string(invitation.expiresAt.description),
        ]
        Console.print(document.pretty)
      } else {
        Console.print(invitation.code.description)
        Console.say(
          "It is shown this once and holds until \(invitation.expiresAt). \(quoted(participant)) joins by: "
            + "\(run: "team join \(invitation.code) \(participant)")")
      }
    }
  }

  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "join", "Add a participant to the team of a code.",
      examples: "datajam team join K7QM-2DXF p-7")

    @Argument(help: "The code, such as K7QM-2DXF.") var code: String
    @Argument(help: "The participant's key.", completion: .keys(.participant)) var participant: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (team, outcome) = try await backend.change { try backend.teams.join(code, participant, of: $0, in: $1) }
      if global.json {
        let document: JSON = [
          "noun": "member", "key": .string(participant), "team": .string(team), "outcome": .string(outcome.rawValue),
        ]
        Console.print(document.pretty)
      } else {
        let words = outcome == .created ? "joined" : "was already in"
        Console.say("participant \(quoted(participant)): \(words) team \(quoted(team))")
      }
    }
  }
}
