import ArgumentParser
import Backend
import CanonicalJSON
import Digests
import Events
import Files
import Lookup
import Results
import Terminal
import Vocabulary

/// `datajam objection …`
struct ObjectionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "objection", "Objections of teams to a provisional result.",
    more: """
      An event does not need them. When you open a result to objections, nobody can approve it until the time is over \
      and each objection is decided.
      """,
    subcommands: [Open.self, Add.self, List.self, Show.self, Accept.self, Reject.self])

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "open", "Let teams object to a result until a time.",
      more: "The result is not public. Tell each team its own part: datajam result explain TEAM.",
      examples: "datajam objection open --until 2026-05-12T18:00")

    @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "version"))
    var number: Int?
    @Option(help: ArgumentHelp("The time in the event's time zone.", valueName: "yyyy-mm-ddThh:mm")) var until:
      TypedTime
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, number) = (try await global.open(), number)
      let window = try await backend.change(during: Phase.ranking) { event, unit in
        let version = try backend.results.version(number, of: event, in: unit)
        let time = try until.time(in: EventSettingStore.setting(of: event, in: unit))
        let hour = try backend.results.instant(of: time, in: nil, event: event, unit)
        return try backend.results.openObjections(to: version.number, until: hour, of: event, in: unit)
      }
      global.tell(.created, "objections to result", String(window.result), next: "result explain TEAM")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Record an objection of a team.",
      more: "The program keeps the name and the SHA-256 of the file, and not the file itself.",
      examples: "datajam objection add aurora --claim \"A sheet of J-02 is about another team.\"")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(help: ArgumentHelp("What is wrong.", valueName: "text")) var claim: String
    @Option(help: ArgumentHelp("What proves it, in words or as a link.", valueName: "text")) var evidence: String?
    @Option(help: ArgumentHelp("A file that proves it.", valueName: "file"), completion: .file()) var file: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let attached = try file.map { path in
        ObjectionFile(
          name: path.split(separator: "/").last.map(String.init) ?? path,
          sha256: try SHA256Digest.ofFile(path).digest.description)
      }
      let (team, claim, evidence) = (team, claim, evidence?.nilWhenBlank)
      let backend = try await global.open()
      let objection = try await backend.change { event, unit in
        try backend.results.object(claim, from: team, evidence: evidence, file: attached, of: event, in: unit)
      }
      global.tell(.created, "objection", String(objection.number), next: "objection show \(objection.number)")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the objections and their states.", examples: "datajam objection list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (objections, windows) = try await backend.read { event, snapshot in
        (
          try backend.results.objections(of: event.id, in: snapshot),
          try backend.results.objectionWindows(of: event.id, in: snapshot)
        )
      }
      if global.json && list.form == nil {
        let document: JSON = [
          "items": .array(objections.map(\.json)), "count": .integer(objections.count),
          "windows": .array(windows.map(\.json)),
        ]
        return Console.print(document.pretty)
      }
      if let window = windows.last {
        Console.say(
          "Result \(window.result) \(window.isOpen ? "is" : "was") open to objections until \(window.closesAt).")
      }
      let rows = objections.map {
        [String($0.number), String($0.result), onOneLine($0.team), $0.state.rawValue, onOneLine($0.claim)]
      }
      try global.show(
        TextTable(header: ["no.", "result", "team", "state", "claim"], rows: rows, numeric: [0, 1]),
        as: objections.map(\.json), in: list, whenEmpty: "There is no objection.")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show an objection with its evidence and its decision.", examples: "datajam objection show 1")

    @Argument(help: ArgumentHelp("The number of the objection.", valueName: "n")) var number: Int
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, number) = (try await global.open(), number)
      let objection = try await backend.read { event, snapshot in
        try backend.results.objection(number, of: event.id, in: snapshot)
      }
      guard !global.json else { return Console.print(objection.json.pretty) }
      Page(objection.lines.joined(separator: "\n")).print()
      if objection.state == .open {
        Console.say("Decide it: \(run: "objection accept \(number) --reason TEXT"), or reject")
      }
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "accept", "Accept an objection, so that the result has to be computed again.",
      more: Decision.rule, examples: "datajam objection accept 1 --reason \"The sheet was about another team.\"")

    @OptionGroup var decision: Decision
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await decision.take(accepted: true, next: "result compute", global) }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "reject", "Reject an objection.",
      more: Decision.rule, examples: "datajam objection reject 1 --reason \"The sheet names the right team.\"")

    @OptionGroup var decision: Decision
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await decision.take(accepted: false, next: "objection list", global) }
  }

  /// What accepting and rejecting share.
  struct Decision: ParsableArguments {
    static let rule = """
      An organiser decides with a token. It is not the one who recorded the objection, who judged the team, or who has a \
      conflict with it.
      """

    @Argument(help: ArgumentHelp("The number of the objection.", valueName: "n")) var number: Int
    @Option(help: ArgumentHelp("The reason, for the team and for the log.", valueName: "text")) var reason: String

    func take(accepted isAccepted: Bool, next: NextStep, _ global: GlobalOptions) async throws {
      let backend = try await global.open()
      let (holder, number, reason) = (try backend.authenticated(), number, reason)
      _ = try await backend.change { event, unit in
        try backend.results.decide(
          number, accepted: isAccepted, because: reason, by: holder, of: event, in: unit)
      }
      global.tell(.updated, "objection", String(number), next: next)
    }
  }
}

extension ObjectionWindow {
  fileprivate var json: JSON {
    ["result": .integer(result), "closes_at": .string(closesAt.description), "open": .bool(isOpen)]
  }
}

extension Objection {
  fileprivate var lines: [String] {
    var lines = [
      "Objection \(number) of team \(quoted(onOneLine(team))) to result \(result): \(state.rawValue)",
      "claim:     \(onOneLine(claim))",
    ]
    if let evidence { lines.append("evidence:  \(onOneLine(evidence))") }
    if let file { lines.append("file:      \(onOneLine(file.name)) · sha256 \(file.sha256)") }
    lines.append("recorded:  \(raisedAt) by \(onOneLine(by))")
    if let decision {
      lines.append("decided:   \(decision.at) by \(onOneLine(decision.by)): \(onOneLine(decision.reason))")
    }
    return lines
  }

  fileprivate var json: JSON {
    [
      "objection": .integer(number), "result": .integer(result), "team": .string(team),
      "state": .string(state.rawValue),
      "claim": .string(claim), "evidence": evidence.json,
      "file": file.map { ["name": .string($0.name), "sha256": .string($0.sha256)] } ?? .null,
      "recorded_by": .string(by), "raised_at": .string(raisedAt.description),
      "decision": decision.map {
        ["reason": .string($0.reason), "by": .string($0.by), "at": .string($0.at.description)]
      } ?? .null,
    ]
  }
}
