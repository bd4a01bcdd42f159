import ArgumentParser
import Backend
import CanonicalJSON
import Teams
import Vocabulary

extension TeamCommand {
  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that a team withdrew: it keeps its members and takes no others.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var key: String
    @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String?
    @Flag(help: "Let the team take part again.") var undo = false

    func run() async throws {
      try await global.change(key, to: .withdrawn, because: reason, undoing: undo, done: "withdrew")
    }
  }

  struct Disqualify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a team out: it stays in lists, marked, and takes no members.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var key: String
    @Option(help: ArgumentHelp("Why; organisers read it, also in the log.", valueName: "text")) var reason: String?
    @Flag(help: "Let the team take part again.") var undo = false

    func run() async throws {
      try await global.change(key, to: .disqualified, because: reason, undoing: undo, done: "is disqualified")
    }
  }

  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make one of two teams.",
      discussion:
        "The members of FROM move to INTO if they fit, and what FROM handed in with them; INTO keeps its captain. FROM "
        + "disappears with its code and its invitations; files may go on naming it. Teams that are judged already are not merged."
    )

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The key of the one that disappears.") var from: String
    @Argument(help: "The key of the one that stays.") var into: String

    func run() async throws {
      let backend = try await global.open()
      let count = try await backend.change { try backend.teams.merge(from, into: into, of: $0, in: $1) }
      if global.json {
        let document: JSON = [
          "noun": "team", "key": .string(into), "outcome": "updated", "merged": .string(from),
          "moved": .integer(count),
        ]
        Surroundings.print(document.pretty)
        return
      }
      let moved = count == 1 ? "1 member" : "\(count) members"
      Surroundings.say(
        "team \(quoted(from)): merged into \(quoted(into)), with \(moved). Next: datajam team show \(into)")
    }
  }
}

extension GlobalOptions {
  /// Puts a team out, or lets it take part again, and says so.
  fileprivate func change(
    _ team: String, to status: TeamStatus, because reason: String?, undoing: Bool, done: String
  ) async throws {
    let backend = try await open()
    let outcome = try await backend.change { event, unit in
      try undoing
        ? backend.teams.readmit(team, from: status, of: event, in: unit)
        : backend.teams.put(team, status, because: reason, of: event, in: unit)
    }
    guard !json else { return tell(outcome, "team", team) }
    let words = undoing ? "takes part again" : done
    Surroundings.say("team \(quoted(team)): " + (outcome == .unchanged ? "unchanged" : words))
  }
}
