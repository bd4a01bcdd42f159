public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Postgres
public import Vocabulary

/// `datajam event phase …`
struct EventPhaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "phase", "The phase of an event, from draft to closed.",
    more: "The phases: \(Phase.allCases.map(\.rawValue).joined(separator: ", ")).",
    subcommands: [Show.self, Next.self, Set.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show the phase and what prevents the next one.",
      examples: "datajam event phase show")

    @OptionGroup var choice: EventChoice
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (stored, blockers) = try await backend.database.read { snapshot in
        let stored = try choice.find(in: backend, snapshot)
        return (stored, try backend.events.blockers(of: stored, in: snapshot))
      }
      let (slug, next) = (stored.event.slug, stored.phase.next)
      if global.json {
        let document: JSON = [
          "key": .string(slug.text), "phase": .string(stored.phase.rawValue), "next": (next?.rawValue).json,
          "blockers": json(blockers, for: slug),
        ]
        Console.print(document.pretty)
        return
      }
      Page(Phase.allCases.map { $0 == stored.phase ? "[\($0.rawValue)]" : $0.rawValue }.joined(separator: " -> "))
        .print()
      guard let next else { return }
      if blockers.isEmpty {
        Console.say("Nothing prevents \(quoted(next.rawValue)): \(run: "event phase next")")
      } else {
        Page("In the way of \(quoted(next.rawValue)):\n" + text(blockers, for: slug)).print()
      }
    }
  }

  struct Next: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "next", "Move the event to its next phase, or list what prevents that.",
      more: """
        With --force and a reason, the event moves although something prevents it. It moves to announced only when a \
        result is public.
        """,
      examples: "datajam event phase next")

    @OptionGroup var choice: EventChoice
    @Option(help: "Move only if the event is in this phase. For scripts.") var from: Phase?
    @Flag(help: "Move the event although something prevents it.") var force = false
    @Option(help: ArgumentHelp("The reason for --force, for the log.", valueName: "text")) var reason: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard force == (reason?.nilWhenBlank != nil) else {
        throw ValidationError("'--force' and '--reason TEXT' belong together.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      try await listingBlockers(global) {
        let (slug, phase) = try await backend.transaction { unit in
          let stored = try choice.find(in: backend, unit)
          let phase = try backend.events.advance(
            stored.id, from: from ?? stored.phase, despite: reason?.nilWhenBlank, in: unit)
          return (stored.event.slug, phase)
        }
        tell(global, slug, phase)
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Move the event back to an earlier phase, with a reason.",
      more: "To go forward, use: datajam event phase next. The reason is written to the log.",
      examples: "datajam event phase set running --reason \"A team was missing\"")

    @Argument(help: "The earlier phase.") var phase: Phase
    @Option(help: ArgumentHelp("The reason, for the log.", valueName: "text")) var reason: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await listingBlockers(global) {
        let (slug, outcome) = try await backend.transaction { unit in
          let stored = try backend.events.find(backend.configuration.event, in: unit)
          return (
            stored.event.slug,
            try backend.events.set(phase, of: stored.id, because: reason, in: unit)
          )
        }
        tell(global, slug, phase, isUnchanged: outcome == .unchanged)
      }
    }
  }
}

extension Phase: ExpressibleByArgument {}

extension PhaseError: ErrorWithFindings {
  var findings: JSON {
    guard case .blocked(let event, _, let blockers) = self, let slug = try? Slug(event) else { return [:] }
    return ["blockers": json(blockers, for: slug)]
  }
}

/// Lists everything that prevents it before the error.
private func listingBlockers(_ global: GlobalOptions, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as PhaseError {
    if case .blocked(let event, _, let blockers) = error, let slug = try? Slug(event), !global.json {
      Console.say(text(blockers, for: slug))
    }
    throw error
  }
}

private func tell(_ global: GlobalOptions, _ slug: Slug, _ phase: Phase, isUnchanged: Bool = false) {
  if global.json {
    let document: JSON = [
      "key": .string(slug.text), "phase": .string(phase.rawValue), "outcome": isUnchanged ? "unchanged" : "updated",
    ]
    Console.print(document.pretty)
  } else {
    let words =
      isUnchanged ? "is in phase \(quoted(phase.rawValue)) already" : "is now in phase \(quoted(phase.rawValue))"
    Console.say(
      "event \(quoted(slug.text)) \(words)"
        + (phase.next == nil ? "" : ". What comes next: \(run: "event phase show")"))
  }
}

/// Each blocker with its command, 20 at most; more would hide the first ones.
private func text(_ blockers: [PhaseFinding], for event: Slug) -> String {
  let lines = blockers.prefix(20).map { "  \($0.sentence)\n    \($0.nextStep(for: event).command(in: event.text))" }
  return (lines + (blockers.count > 20 ? ["  and \(blockers.count - 20) more"] : [])).joined(separator: "\n")
}

private func json(_ blockers: [PhaseFinding], for event: Slug) -> JSON {
  .array(
    blockers.map { blocker in
      [
        "code": .string(blocker.code), "message": .string(blocker.sentence),
        "command": .string(blocker.nextStep(for: event).command(in: event.text)),
      ]
    })
}
