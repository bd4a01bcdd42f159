import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Rubrics
import UseCases
import Vocabulary

/// `datajam judging …`
struct JudgingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judging", abstract: "When a round takes scores.", subcommands: [Open.self, Close.self, Reopen.self])

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open a round, made now if it is new, by the newest rubric.",
      discussion: "An event that is running is in the phase judging from then on.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round's name for commands, such as main or final.") var round: TypedKey
    @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?

    func run() async throws {
      let round = try round.slug()
      let backend = try await global.open()
      let (change, next) = try await backend.change { event, unit in
        let stored = try backend.events.find(backend.configuration.event, in: unit)
        let known = try backend.judging.roundsInFull(of: event, in: unit).first { $0.round.key == round }
        let chosen =
          try known.flatMap { rubric == nil && $0.round.state == .open ? $0.round.rubric : nil }
          ?? backend.rubrics.newest(rubric ?? known?.rubricKey, of: event, in: unit).id
        let change = try backend.rounds.open(round, with: chosen, in: stored, unit)
        return (change, known?.assignments ?? 0 > 0 ? "datajam score missing" : "datajam assignment plan")
      }
      global.tell(change, round.text, next: next)
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Close a round: no score is taken any more.",
      discussion: "It stays open while a team has too few sheets, a judge scores a team in spite of a conflict of "
        + "interest, or an entry waits for its judge. With the last round the event moves on to review.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round; left out, the only one.") var round: String?
    @Flag(help: "Close it whatever is in the way.") var force = false
    @Option(help: ArgumentHelp("Why it is closed all the same; it is kept in the log.", valueName: "text"))
    var reason: String?

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
        global.tell(change, key, next: "datajam result freeze \(key)")
      }
    }
  }

  struct Reopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take scores again in a round that was closed or frozen.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round; left out, the only one.") var round: String?
    @Option(help: ArgumentHelp("Why; it is kept in the log.", valueName: "text")) var reason: String

    func run() async throws {
      let backend = try await global.open()
      let (change, key) = try await backend.change { event, unit in
        let stored = try backend.events.find(backend.configuration.event, in: unit)
        let round = try backend.judging.round(round, of: event, in: unit)
        return (try backend.rounds.reopen(round, because: reason, in: stored, unit), round.key.text)
      }
      global.tell(change, key, next: "datajam judging close \(key)")
    }
  }
}

extension GlobalOptions {
  /// Says what a change of a round came to, and where the event stands since.
  fileprivate func tell(_ change: RoundLifecycle.Change, _ round: String, next: String) {
    guard json else {
      tell(change.outcome, "round", round, next: next)
      if let phase = change.phase { Surroundings.say("The event is now in phase \(quoted(phase.rawValue)).") }
      return
    }
    let document: JSON = [
      "noun": "round", "key": .string(round), "outcome": .string(change.outcome.rawValue),
      "phase": (change.phase?.rawValue).json,
    ]
    Surroundings.print(document.pretty)
  }
}

/// Names everything that is in the way of closing a round before the error says that something is.
func listingFindings(_ global: GlobalOptions, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as RoundError {
    if let (round, findings) = error.inTheWay, !global.json {
      Surroundings.say(global.text(findings, of: round))
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
