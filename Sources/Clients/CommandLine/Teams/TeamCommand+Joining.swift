import ArgumentParser
import Backend
import CanonicalJSON
import Teams
import Vocabulary

extension TeamCommand {
  struct Captain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "captain", abstract: "Make a member the captain, in place of whoever was.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The participant's key.") var participant: String

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
      commandName: "code",
      abstract: "Make a code by which participants join a team; an earlier one no longer holds.",
      discussion: "The code is shown this once: only its hash is kept.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Flag(help: "Take the code away and make no other.") var revoke = false

    func run() async throws {
      let backend = try await global.open()
      guard !revoke else { return try await takeAway(by: backend) }
      let code = try await backend.change { try backend.teams.makeCode(for: team, of: $0, in: $1) }
      if global.json {
        let document: JSON = ["team": .string(team), "code": .string(code.description)]
        Surroundings.print(document.pretty)
      } else {
        Surroundings.print(code.description)
        Surroundings.say("It is shown this once. Who has it joins by: datajam team join \(code) PARTICIPANT")
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
      commandName: "invite",
      abstract: "Make a code that lets one participant into a team, once.",
      discussion: "The code is shown this once: only its hash is kept. Another invitation takes the place of this one.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The participant's key.") var participant: String
    @Option(parsing: .unconditional, help: ArgumentHelp("For how many days it holds.", valueName: "n")) var days = 7

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
        Surroundings.print(document.pretty)
      } else {
        Surroundings.print(invitation.code.description)
        Surroundings.say(
          "It is shown this once and holds until \(invitation.expiresAt). \(quoted(participant)) joins by: "
            + "datajam team join \(invitation.code) \(participant)")
      }
    }
  }

  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "join",
      abstract: "Let a participant into the team whose code they have, or that invited them.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The code, such as K7QM-2DXF.") var code: String
    @Argument(help: "The participant's key.") var participant: String

    func run() async throws {
      let backend = try await global.open()
      let (team, outcome) = try await backend.change { try backend.teams.join(code, participant, of: $0, in: $1) }
      if global.json {
        let document: JSON = [
          "noun": "member", "key": .string(participant), "team": .string(team), "outcome": .string(outcome.rawValue),
        ]
        Surroundings.print(document.pretty)
      } else {
        let words = outcome == .created ? "joined" : "was already in"
        Surroundings.say("participant \(quoted(participant)): \(words) team \(quoted(team))")
      }
    }
  }
}
