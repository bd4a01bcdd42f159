import ArgumentParser
import Backend
import CanonicalJSON
import Lookup
import Teams
import Vocabulary

extension TeamCommand {
  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "withdraw", "Record that a team does not take part any more.",
      more: "The team keeps its members and cannot get new ones.",
      examples: "datajam team withdraw aurora --reason \"Too few members\"")

    @Argument(help: "The team's key.", completion: .keys(.team)) var key: String
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String?
    @Flag(help: "The team takes part again.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await global.change(key, to: .withdrawn, because: reason, undoing: undo, done: "withdrew")
    }
  }

  struct Disqualify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "disqualify", "Disqualify a team.",
      more: "Lists still show the team, with a mark. It cannot get new members.",
      examples: "datajam team disqualify aurora --reason \"Copied work\"")

    @Argument(help: "The team's key.", completion: .keys(.team)) var key: String
    @Option(help: ArgumentHelp("The reason. Organisers read it, also in the log.", valueName: "text"))
    var reason: String?
    @Flag(help: "The team takes part again.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await global.change(key, to: .disqualified, because: reason, undoing: undo, done: "is disqualified")
    }
  }

  struct Allow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "allow", "Let a team be ranked although it submitted nothing in time.",
      more: """
        In an event with a deadline or any submission, a team is ranked only if a version of its submission is \
        judged. This makes an exception, which is logged with your name. \
        Late submissions can also be accepted: datajam submission accept-late
        """,
      examples: "datajam team allow aurora --reason \"They showed it live\"",
      "datajam team allow aurora --undo --reason \"They left\"")

    @Argument(help: "The team's key.", completion: .keys(.team)) var key: String
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String
    @Flag(help: "End the exception.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.teams.allow(key, !undo, because: reason, of: event, in: unit)
      }
      global.tell(outcome, "team", key, next: "result compute")
    }
  }

  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "merge", "Merge two teams.",
      more: """
        The members and submissions of FROM move to INTO, if the team does not get too large. INTO keeps its \
        captain. FROM is removed with its codes; files can still name it. Teams with scores cannot be merged.
        """,
      examples: "datajam team merge boreal aurora")

    @Argument(help: "The key of the team that is removed.", completion: .keys(.team)) var from: String
    @Argument(help: "The key of the team that stays.", completion: .keys(.team)) var into: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let count = try await backend.change { try backend.teams.merge(from, into: into, of: $0, in: $1) }
      if global.json {
        let document: JSON = [
          "noun": "team", "key": .string(into), "outcome": "updated", "merged": .string(from),
          "moved": .integer(count),
        ]
        Console.print(document.pretty)
        return
      }
      let moved = count == 1 ? "1 member" : "\(count) members"
      Console.say(
        "team \(quoted(from)): merged into \(quoted(into)), with \(moved). Next: \(run: "team show \(into)")")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a team without members, submission and scores.",
      examples: "datajam team remove aurora")

    @Argument(help: "The team's key.", completion: .keys(.team)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.teams.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "team", key, "team \(quoted(key)): removed")
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
    Console.say("team \(quoted(team)): " + (outcome == .unchanged ? "unchanged" : words))
  }
}
