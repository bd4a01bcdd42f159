import ArgumentParser
import Audit
import Backend
import CanonicalJSON
import Events
import Postgres
import UseCases
import Vocabulary

/// `datajam log verify`
struct LogVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "verify", "Check that no log entry was changed or removed, and that the tables are what the log says.",
    more: """
      Exit code 1 with the first thing that is wrong. Without -E, every event is checked. --against takes what was \
      kept elsewhere: a seal, a file with seals, a file of "datajam result export", or the announced facts.
      """,
    examples: "datajam log verify", "datajam log verify -E spring-2026 --against result.json")

  @Option(
    help: ArgumentHelp("A seal of \"datajam log seal\", or a file with seals.", valueName: "hash|file"),
    completion: .file())
  var against: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let seals = try against.map(SealFile.seals) ?? []
    let backend = try await global.open()
    let progress = Progress(of: nil, isSilent: global.json)
    let verified = try await backend.database.read { snapshot in
      let slug = backend.configuration.event
      // A seal belongs to one event.
      let isOfOne = slug != nil || !seals.isEmpty
      let events =
        try isOfOne ? [backend.events.find(slug, in: snapshot)] : backend.events.all(in: snapshot)
      return try events.enumerated().map { index, event in
        let outcome = try backend.verification.verify(event.id, against: seals, in: snapshot) {
          progress.tell((Double(index) + $0) / Double(events.count))
        }
        return (event.event.slug.text, outcome)
      }
    }
    progress.end()
    // A guard that was replaced lets changes be logged that no rule allows.
    try await backend.requireGuards()
    for (slug, outcome) in verified {
      if let fault = outcome.firstFault { throw BrokenLog(event: slug, fault: fault, findings: json(verified)) }
      if !global.json {
        Page(
          "ok    \(slug): entries \(outcome.entries), people \(outcome.chains), checkpoints \(outcome.checkpoints)"
            + (seals.isEmpty ? "" : "; seals found: \(seals.count)")
        ).print()
      }
    }
    if global.json {
      Console.print(json(verified).pretty)
    } else if verified.isEmpty {
      Console.say("There is no event yet, so there is nothing to verify.")
    }
  }

  private func json(_ verified: [(String, AuditVerification)]) -> JSON {
    let items = verified.map { slug, outcome -> JSON in
      [
        "event": .string(slug), "entries": .integer(outcome.entries), "chains": .integer(outcome.chains),
        "checkpoints": .integer(outcome.checkpoints), "differences": .integer(outcome.differences),
        "fault": outcome.firstFault.json,
      ]
    }
    return ["items": .array(items), "count": .integer(items.count)]
  }

  private struct BrokenLog: ErrorWithFindings {
    let event: String
    let fault: String
    let findings: JSON
    var explanation: Explanation {
      Explanation(
        .refused, code: "log-broken", "The log of \(quoted(event)) does not agree with the database: \(fault).",
        hint: "Somebody changed the database behind the program. Keep a copy and compare it with your backups.")
    }
  }
}
