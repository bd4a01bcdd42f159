import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Lookup
import Rubrics
import UseCases
import Vocabulary

/// `datajam judging …`
struct JudgingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "judging", "Open and close a round for scores.",
    subcommands: [Open.self, Close.self, Reopen.self])

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "open", "Open a round, so that judges can score.",
      more: "A new round is created with the newest rubric. The event moves to the phase judging.",
      examples: "datajam judging open main")

    @Argument(help: "The round's key, such as main or final.", completion: .keys(.round)) var round: TypedKey
    @Option(
      help: ArgumentHelp("The rubric's key, if there are several rubrics.", valueName: "key"),
      completion: .keys(.rubric)) var rubric: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let round = try round.slug()
      let backend = try await global.open()
      let (change, next) = try await backend.change(during: Phase.beforeAnnouncement) { event, unit in
        let stored = try backend.events.find(backend.configuration.event, in: unit)
        let known = try backend.judging.roundsInFull(of: event, in: unit).first { $0.round.key == round }
        let chosen =
          try known.flatMap { rubric == nil && $0.round.state == .open ? $0.round.rubric : nil }
          ?? backend.rubrics.newest(rubric ?? known?.rubricKey, of: event, in: unit).id
        let change = try backend.rounds.open(round, with: chosen, in: stored, unit)
        let next: NextStep = known?.assignments ?? 0 > 0 ? "score missing" : "assignment plan"
        return (change, next)
      }
      global.tell(change, round.text, next: next)
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "close", "Close a round, so that no more scores are accepted.",
      more: """
        The round stays open if a team has too few sheets or an entry is not confirmed. It also stays open if \
        a judge scored in spite of a conflict of interest. A conflict that was declared after the sheet was \
        ready is listed for an organiser to decide. Missing and unfinished sheets are listed. When the last round closes, \
        the event moves to the phase review.
        """,
      examples: "datajam judging close main", "datajam judging close main --force --reason \"One judge is ill\"")

    @Argument(help: "The round's key. Without it: the only round.", completion: .keys(.round)) var round: String?
    @Flag(help: "Close the round although something is missing.") var force = false
    @Option(help: ArgumentHelp("The reason for --force, for the log.", valueName: "text"))
    var reason: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard force == (reason?.nilWhenBlank != nil) else {
        throw ValidationError("'--force' and '--reason TEXT' belong together.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      try await listingFindings(global) {
        let (change, key) = try await backend.change { event, unit in
          let stored = try backend.events.find(backend.configuration.event, in: unit)
          let round = try backend.judging.round(round, of: event, in: unit)
          return (try backend.rounds.close(round, despite: reason, in: stored, unit), round.key.text)
        }
        global.tell(change, key, next: "result freeze \(key)")
      }
    }
  }

  struct Reopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "reopen", "Open a closed or frozen round again.",
      examples: "datajam judging reopen main --reason \"A score was wrong\"")

    @Argument(help: "The round's key. Without it: the only round.", completion: .keys(.round)) var round: String?
    @Option(help: ArgumentHelp("The reason, for the log.", valueName: "text")) var reason: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (change, key) = try await backend.change(during: Phase.beforeAnnouncement) { event, unit in
        let stored = try backend.events.find(backend.configuration.event, in: unit)
        let round = try backend.judging.round(round, of: event, in: unit)
        return (try backend.rounds.reopen(round, because: reason, in: stored, unit), round.key.text)
      }
      global.tell(change, key, next: "judging close \(key)")
    }
  }
}

extension GlobalOptions {
  /// Says what a change of a round came to, and where the event stands since.
  fileprivate func tell(_ change: RoundLifecycle.Change, _ round: String, next: NextStep) {
    guard json else {
      tell(change.outcome, "round", round, next: next)
      if let phase = change.phase { Console.say("The event is now in phase \(quoted(phase.rawValue)).") }
      if !change.toDecide.isEmpty { Console.say("To decide:\n" + text(change.toDecide, of: round)) }
      guard !change.leftOut.isEmpty else { return }
      Console.say("The result will be computed without these:")
      Console.say(text(change.leftOut, of: round))
      Console.say("To wait for them: \(run: "judging reopen \(round) --reason TEXT")")
      return
    }
    let document: JSON = [
      "noun": "round", "key": .string(round), "outcome": .string(change.outcome.rawValue),
      "phase": (change.phase?.rawValue).json, "left_out": .array(change.leftOut.map { $0.json(of: round) }),
      "to_decide": .array(change.toDecide.map { $0.json(of: round) }),
    ]
    Console.print(document.pretty)
  }
}

/// Names everything that is in the way of closing a round before the error says that something is.
func listingFindings(_ global: GlobalOptions, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as RoundError {
    if let (round, findings) = error.inTheWay, !global.json {
      Console.say(global.text(findings, of: round))
    }
    throw error
  }
}

extension RoundError: ErrorWithFindings {
  fileprivate var inTheWay: (round: String, findings: [CoverageFinding])? {
    switch self {
    case .blocked(let round, let findings), .notFreezable(let round, let findings): (round, findings)
    default: nil
    }
  }

  var findings: JSON {
    guard let (round, findings) = inTheWay else { return [:] }
    return ["findings": .array(findings.map { $0.json(of: round) })]
  }
}
