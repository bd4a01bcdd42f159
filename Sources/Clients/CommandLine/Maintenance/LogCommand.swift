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
    subcommands: [List.self, LogVerifyCommand.self, Seal.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the changes, newest first.",
      examples: "datajam log list --last 50")

    @Option(parsing: .unconditional, help: ArgumentHelp("The number of changes.", valueName: "n")) var last = 20
    @OptionGroup var list: ListOptions
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
      try global.show(table, as: entries.map(\.json), in: list, whenEmpty: "Nothing has been changed yet.")
    }
  }

  struct Seal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "seal", "Print a hash that proves the log up to now. Store it elsewhere.",
      more: "Several seals may be lines of one file.",
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
