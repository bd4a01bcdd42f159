public import ArgumentParser
import Backend
import CanonicalJSON
import Events
public import Judging
import Lookup
import UseCases
import Vocabulary

/// `datajam judge conflict …`
struct JudgeConflictCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "conflict", "Conflicts of interest between judges and teams.",
    subcommands: [Import.self, Add.self, List.self, Find.self, Waive.self, Override.self, Remove.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import conflicts of interest from a CSV file.",
      more: """
        Columns: judge, team, reason, kind. Judges and teams are found by key or by name. Without a kind, a \
        conflict is declared.
        """,
      examples: "datajam judge conflict import conflicts.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, rows.reading, next: "assignment plan") { table, backend, event, unit in
        try backend.imports.conflicts(table, of: event, by: backend.judging, in: unit)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Declare a conflict of interest of a judge with a team.",
      more: """
        The conflict stays, whatever imports and searches find. With a judge's token, leave out the judge's \
        code.
        """,
      examples: "datajam judge conflict add J-03 aurora --reason \"Taught two of the members\"")

    @Argument(
      help: ArgumentHelp(
        "The judge's code (not with a judge's token) and the team's key.", valueName: "judge> <team"),
      completion: .keys(.team, .judge))
    var words: [String]
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String
    @Option(help: "The kind: declared, organisation, domain, mentored or member.")
    var kind = Conflict.Kind.declared
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
      "list", "List the conflicts of interest with their reasons.",
      examples: "datajam judge conflict list --open")

    @Option(help: ArgumentHelp("Only conflicts of this judge.", valueName: "code"), completion: .keys(.judge))
    var judge: String?
    @Option(help: ArgumentHelp("Only conflicts with this team.", valueName: "key"), completion: .keys(.team)) var team:
      String?
    @Flag(help: "Only conflicts that keep a judge from a team. Two overrides end a conflict.") var open = false
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (all, shared) = try await backend.read { event, snapshot in
        try (
          backend.judging.conflicts(of: event.id, judge: judge, team: team, in: snapshot),
          backend.judging.mostShared(of: event.id, in: snapshot)
        )
      }
      let conflicts = all.filter { !open || $0.isOpen }
      let table = TextTable(
        header: ["judge", "team", "kind", "why", "pinned", "state"],
        rows: conflicts.map { conflict in
          [
            conflict.judge, conflict.team, conflict.kind.rawValue, conflict.reason, conflict.isPinned ? "yes" : "",
            conflict.standing,
          ]
        }, expendable: ["pinned"])
      try global.show(
        table, as: conflicts.map(\.json),
        in: list, whenEmpty: "No conflict of interest is known. Look for some: \(run: "judge conflict find")")
      if !global.json, let shared { Console.say(shared.advice) }
    }
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "find", "Search the data of judges and teams for conflicts of interest.",
      more: """
        The search compares organisations and e-mail domains, mentor sessions and team members. Domains of \
        public providers do not count. Imports of judges and assignments, and opening or closing a round, run \
        the same search. Those found now and those known before are counted.
        """,
      examples: "datajam judge conflict find")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (search, shared) = try await backend.change { event, unit in
        try (backend.judging.findConflicts(of: event, in: unit), backend.judging.mostShared(of: event, in: unit))
      }
      if global.json {
        let document: JSON = [
          "found": .integer(search.found), "no_longer_found": .integer(search.lost),
          "known_before": .integer(search.before), "open": .integer(search.open),
        ]
        Console.print(document.pretty)
      } else {
        Console.say(
          "\(search.found) found now, \(search.before) known before, \(search.lost) no longer found; "
            + "\(search.open) of them open. See them: " + ("judge conflict list" as NextStep).command)
        if let shared { Console.say(shared.advice) }
      }
    }
  }

  struct Override: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "override", "Declare that a conflict of interest does not matter.",
      more: """
        Two organisers have to do this, each with a token. After the second, the judge can score the team.
        """,
      examples: "datajam judge conflict override J-03 aurora --reason \"Another campus\"")

    @Argument(help: "The judge's code.", completion: .keys(.judge)) var judge: String
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
        Console.print(document.pretty)
      } else {
        global.tell(outcome, "conflict", "\(judge) \(team)")
        Console.say(
          isOpen
            ? "A second organiser has to say the same, with a token of their own."
            : "It no longer keeps \(judge) from \(quoted(team)).")
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove the conflicts of interest of a judge with a team.",
      more: "A conflict that the data still show is found again by the next search.",
      examples: "datajam judge conflict remove J-03 aurora")

    @Argument(help: "The judge's code.", completion: .keys(.judge)) var judge: String
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
