import ArgumentParser
import Audit
import Backend
import CanonicalJSON
import Events
import Postgres
import Vocabulary

/// `datajam log …`
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "log", "The audit log: who changed what, and the proof that it is complete.",
    subcommands: [List.self, Verify.self, Seal.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the changes, newest first.",
      examples: "datajam log list --last 50")

    @Option(parsing: .unconditional, help: ArgumentHelp("The number of changes.", valueName: "n")) var last = 20
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard (1...1_000_000).contains(last) else {
        throw ValidationError("'--last' takes 1 to 1000000, but \(last) was given.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let entries = try await backend.read { try backend.audit.entries(of: $0.id, newest: last, in: $1) }
      let table = TextTable(
        header: ["when (UTC)", "who", "what", "fields"],
        rows: entries.map { entry in
          [
            entry.recordedAt.description, entry.principal, "\(entry.action) \(entry.noun) \(entry.naming(entry.key))",
            entry.changes.map { $0.text(in: entry) }.joined(separator: ", "),
          ]
        })
      global.show(table, as: entries.map(\.json), whenEmpty: "Nothing has been changed yet.")
    }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "verify", "Check that no log entry was changed or removed.",
      more: "Exit code 1 with the first entry that is wrong. Without -E, every event is checked.",
      examples: "datajam log verify")

    @Option(
      help: ArgumentHelp("A hash of \"datajam log seal\" that you stored elsewhere.", valueName: "hash"))
    var against: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if let against, against.count != 64 || !against.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
        throw ValidationError("'--against' takes the 64 digits and letters that `datajam log seal` printed.")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let verified = try await backend.database.read { snapshot in
        let slug = backend.configuration.event
        // A seal belongs to one event.
        let isOfOne = slug != nil || against != nil
        let events =
          try isOfOne ? [backend.events.find(slug, in: snapshot)] : backend.events.all(in: snapshot)
        return try events.map { event in
          (event.event.slug.text, try backend.audit.verify(event.id, against: against, in: snapshot))
        }
      }
      // A guard that was replaced lets changes be logged that no rule allows.
      if let difference = try await backend.schemaDifferences()?.first { throw ForeignSchema(difference: difference) }
      for (slug, outcome) in verified {
        if let fault = outcome.firstFault { throw BrokenLog(event: slug, fault: fault, findings: json(verified)) }
        if !global.json {
          Page(
            "ok    \(slug): entries \(outcome.entries), people \(outcome.chains), checkpoints \(outcome.checkpoints)"
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
          "checkpoints": .integer(outcome.checkpoints), "fault": outcome.firstFault.json,
        ]
      }
      return ["items": .array(items), "count": .integer(items.count)]
    }

    private struct ForeignSchema: ExplainedError {
      let difference: SchemaDifference
      var explanation: Explanation {
        Explanation(
          .refused, code: "schema-changed", "A guard of the database was changed: \(difference.sentence).",
          hint: "For everything that was changed: \(run: "doctor")")
      }
    }

    private struct BrokenLog: ErrorWithFindings {
      let event: String
      let fault: String
      let findings: JSON
      var explanation: Explanation {
        Explanation(
          .refused, code: "log-broken", "The log of \(quoted(event)) is broken: \(fault).",
          hint: "Somebody changed the database behind the program. Keep a copy and compare it with your backups.")
      }
    }
  }

  struct Seal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "seal", "Print a hash that proves the log up to now. Store it elsewhere.",
      examples: "datajam log seal")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let seal = try await backend.change(during: Phase.all) {
        try backend.audit.seal($0, because: "sealed by hand", in: $1)
      }
      if global.json {
        let document: JSON = ["seal": .string(seal)]
        Console.print(document.pretty)
      } else {
        Console.print(seal)
        Console.say("Keep this hash elsewhere. To check the log by it: \(run: "log verify -E EVENT --against HASH")")
      }
    }
  }
}

extension AuditEntry {
  fileprivate var json: JSON {
    [
      "recorded_at": .string(recordedAt.description), "principal": .string(principal), "number": .integer(number),
      "action": .string(action), "noun": .string(noun), "key": .string(key), "channel": .string(channel),
      "changes": .array(changes.map { ["field": .string($0.field), "old": $0.old, "new": $0.new] }),
      "participants": .object(participants.sorted { $0.key < $1.key }.map { JSON.Member(String($0), .string($1)) }),
    ]
  }
}

extension AuditEntry.Change {
  /// "name: old → new", or only what was set.
  fileprivate func text(in entry: AuditEntry) -> String {
    let name = entry.naming(field)
    return old == .null ? "\(name): \(shown(new, entry))" : "\(name): \(shown(old, entry)) → \(shown(new, entry))"
  }

  private func shown(_ value: JSON, _ entry: AuditEntry) -> String {
    switch field {
    case "participant": entry.naming(value.canonical)
    case "members": (value.elements ?? []).map { entry.naming($0.canonical) }.joined(separator: " ")
    default: value.text ?? value.canonical
    }
  }
}
