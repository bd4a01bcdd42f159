public import ArgumentParser
import Backend
import CanonicalJSON
import Events
public import Judging
import Vocabulary

/// `datajam judge conflict …`
struct JudgeConflictCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict", abstract: "Who should not judge whom, and why.",
    subcommands: [Add.self, List.self, Find.self, Override.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Say that a judge should not judge a team.",
      discussion: "It stays whatever files and searches say. A judge's token declares the judge's own.")

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp(
        "The judge's code, which a judge's token leaves out, and the team's key.", valueName: "judge> <team"))
    var words: [String]
    @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String
    @Option(help: "What it rests on: declared, organisation, domain, mentored or member.")
    var kind = Conflict.Kind.declared

    func run() async throws {
      let backend = try await global.open(allowing: .judge)
      let (judge, team) = try backend.judgeAndTeam(words)
      let outcome = try await backend.change { event, unit in
        try backend.judging.declareConflict(judge, team, kind, because: reason, of: event, in: unit)
      }
      global.tell(outcome, "conflict", "\(judge) \(team)")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the conflicts of interest, with why they are some.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("Only those of this judge.", valueName: "code")) var judge: String?
    @Option(help: ArgumentHelp("Only those with this team.", valueName: "key")) var team: String?
    @Flag(help: "Only those that keep a judge from a team: two overrides end that.") var open = false

    func run() async throws {
      let backend = try await global.open()
      let conflicts = try await backend.read { event, snapshot in
        try backend.judging.conflicts(of: event.id, judge: judge, team: team, in: snapshot)
      }.filter { !open || $0.isOpen }
      let table = TextTable(
        header: ["judge", "team", "kind", "why", "pinned", "state"],
        rows: conflicts.map { conflict in
          [
            conflict.judge, conflict.team, conflict.kind.rawValue, conflict.reason, conflict.isPinned ? "yes" : "",
            conflict.standing,
          ]
        })
      global.show(
        table, as: conflicts.map(\.json),
        whenEmpty: "No conflict of interest is known. Look for some: datajam judge conflict find")
    }
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "find",
      abstract: "Look for conflicts of interest in what is known of judges and teams.",
      discussion: """
        The same organisation, the same e-mail domain unless it is a public provider's, mentor sessions, a seat in the \
        team. This is done too when judges or assignments are imported, and when a round opens or closes.
        """)

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let search = try await backend.change { try backend.judging.findConflicts(of: $0, in: $1) }
      if global.json {
        let document: JSON = ["found": .integer(search.found), "no_longer_found": .integer(search.lost)]
        Surroundings.print(document.pretty)
      } else {
        Surroundings.say(
          "\(search.found) found, \(search.lost) no longer. See them: "
            + global.inTheSameEvent("datajam judge conflict list"))
      }
    }
  }

  struct Override: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "override",
      abstract: "Say that the conflicts of a judge and a team do not matter; two organisers have to.",
      discussion: "Each is known by a token and says so in turn. With the second they no longer keep the two apart.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judge's code.") var judge: String
    @Argument(help: "The team's key.") var team: String
    @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason: String

    func run() async throws {
      let backend = try await global.open()
      let holder = try backend.authenticated()
      let (outcome, isOpen) = try await backend.change { event, unit in
        try backend.judging.overrideConflict(judge, team, by: holder, because: reason, of: event, in: unit)
      }
      if global.json {
        let document: JSON = [
          "noun": "conflict", "key": .string("\(judge) \(team)"), "outcome": .string(outcome.rawValue),
          "open": .bool(isOpen),
        ]
        Surroundings.print(document.pretty)
      } else {
        global.tell(outcome, "conflict", "\(judge) \(team)")
        Surroundings.say(
          isOpen
            ? "A second organiser has to say the same, with a token of their own."
            : "It no longer keeps \(judge) from \(quoted(team)).")
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take back conflicts of a judge and a team; what the facts still say is found again.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The judge's code.") var judge: String
    @Argument(help: "The team's key.") var team: String

    func run() async throws {
      let backend = try await global.open()
      let count = try await backend.change { event, unit in
        try backend.judging.removeConflict(judge, team, of: event, in: unit)
      }
      global.tell(
        removed: count > 0, "conflict", "\(judge) \(team)",
        "conflict \(quoted("\(judge) \(team)")): " + (count > 0 ? "removed" : "there was none"))
    }
  }
}

extension Conflict.Kind: ExpressibleByArgument {}
