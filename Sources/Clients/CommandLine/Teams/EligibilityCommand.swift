public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
public import Teams
import Terminal
import Vocabulary

/// `datajam eligibility …`
struct EligibilityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "eligibility", "What a team has to meet to be ranked.",
    more: """
      An event that declares nothing asks for a submission in time, if it has a deadline or any submission. The points \
      are declared before the first score. To let one team be ranked all the same: datajam team allow
      """,
    subcommands: [Add.self, List.self, Check.self, Find.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Declare a point.",
      more: """
        The program checks these kinds itself: submitted (in time, or accepted late), members (the size that the event \
        allows), confirmed (each member confirmed the work), project-link (a link in the submission). An organiser \
        finds the kind stated, by the text of the point.
        """,
      examples: "datajam eligibility add in-time --kind submitted",
      "datajam eligibility add terms --text-en \"Each member agreed to the terms.\"")

    @Argument(help: "The point's key, such as terms.") var key: TypedKey
    @Option(help: "What the point is about.") var kind = EligibilityPoint.Kind.stated
    @OptionGroup var text: LocalisedOptions<EligibilityField>
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let point = EligibilityPoint(key: try key.slug(), kind: kind, text: text.replacing(in: LocalizedText()))
      let backend = try await global.open()
      try await backend.change { try backend.teams.add(point, of: $0, in: $1) }
      global.tell(.created, "point of eligibility", point.key.text, next: "eligibility check")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the declared points.", examples: "datajam eligibility list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, points) = try await backend.read { event, snapshot in
        (event.event.languages, try backend.teams.eligibilityPoints(of: event.id, in: snapshot))
      }
      let rows = points.map { [$0.key.text, $0.kind.rawValue, onOneLine($0.text.text(preferring: languages))] }
      try global.show(
        TextTable(header: ["key", "kind", "text"], rows: rows, numeric: []),
        as: points.map { ["key": .string($0.key.text), "kind": .string($0.kind.rawValue), "text": $0.text.json] },
        in: list,
        whenEmpty: "No point is declared: a team needs a submission in time, if there is a deadline or any submission.")
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "check", "List what each team does not meet yet.",
      more: "Exit code 3 when a team is not ranked.", examples: "datajam eligibility check")

    @Argument(help: "The team's key. Without it: all active teams.", completion: .keys(.team)) var team: String?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, team) = (try await global.open(), team)
      let points = try await backend.read { try backend.teams.teamPoints(of: $0.id, team: team, in: $1) }
      let open = points.filter { $0.obstacle != nil && !$0.isAllowed }
      let shown = team == nil ? points.filter { $0.obstacle != nil } : points
      let rows = shown.map { point in
        [
          onOneLine(point.team), point.key,
          point.obstacle.map { point.isAllowed ? "allowed: \($0)" : $0 } ?? "met",
          point.finding.map { "\(onOneLine($0.reason)) (\(onOneLine($0.by)))" } ?? "",
        ]
      }
      if shown.isEmpty, !global.json { return Console.say("Each active team meets what the event asks.") }
      try global.show(
        TextTable(header: ["team", "point", "state", "found"], rows: rows, numeric: []), as: points.map(\.json),
        in: list, whenEmpty: "Each active team meets what the event asks.")
      if !open.isEmpty { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "find", "State whether a team meets a point.",
      more: "Your name and the reason are kept. The newest finding counts.",
      examples: "datajam eligibility find aurora terms --reason \"All four signed.\"",
      "datajam eligibility find aurora terms --unmet --reason \"One did not sign.\"")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The point's key.") var point: String
    @Flag(help: "The team does not meet the point.") var unmet = false
    @Option(help: ArgumentHelp("The reason.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.teams.find(!unmet, point: point, of: team, because: reason, event: event, in: unit)
      }
      global.tell(outcome, "team", team, next: "eligibility check \(team)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a point about which nobody found anything.", examples: "datajam eligibility remove terms")

    @Argument(help: "The point's key.") var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.teams.remove(eligibilityPoint: key, of: $0, in: $1) }
      global.tell(removed: true, "point of eligibility", key, "point of eligibility \(quoted(key)): removed")
    }
  }
}

extension EligibilityPoint.Kind: ExpressibleByArgument {}

/// The words of a point of eligibility.
enum EligibilityField: LocalisedField {
  static let name = "text"
  static let help = "What the point asks"
}

extension TeamPoint {
  fileprivate var json: JSON {
    [
      "team": .string(team), "point": .string(key), "kind": .string(kind.rawValue), "text": text.json,
      "is_met": .bool(obstacle == nil), "obstacle": obstacle.json, "is_allowed": .bool(isAllowed),
      "reason": (finding?.reason).json, "found_by": (finding?.by).json, "found_at": (finding?.at.description).json,
    ]
  }
}
