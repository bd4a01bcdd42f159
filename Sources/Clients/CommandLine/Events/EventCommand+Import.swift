import ArgumentParser
import Backend
import CanonicalJSON
import Files
import UseCases
import Vocabulary

extension EventCommand {
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Create an event from everything that was exported.",
      more: """
        The folder or the workbook is what datajam export all wrote; use --with-results there, or scores are missing. \
        You become the first organiser. Results, tokens and the log do not come back: what is left out is named.
        """,
      examples: "datajam event import archive", "datajam event import event.xlsx my-jam-copy --dry-run")

    @Argument(help: "The folder, or the .xlsx file.", completion: .file()) var export: String
    @Argument(help: "The new event's key. Without it: the one in the export.") var new: TypedKey?
    @Flag(name: [.customShort("n"), .long], help: "Check everything and store nothing.") var dryRun = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let slug = try new?.slug()
      let backend = try await global.open()
      let tables = try ExportedFiles.tables(at: export)
      do {
        let report = try await backend.transaction(isRehearsal: dryRun) { unit in
          try backend.eventImport.run(tables, as: slug, in: unit)
        }
        tell(report)
      } catch let error as EventImportError {
        if case .rejected(let faults) = error, faults.count > 1 { faults.forEach { Console.say($0.sentence) } }
        throw error
      }
    }

    private func tell(_ report: EventImportReport) {
      if global.json {
        Console.print(report.json(isRehearsal: dryRun).pretty)
        return
      }
      let counts = report.taken.map { "\($0.noun.fileName) (\($0.rows))" }
      Console.say("event \(quoted(report.slug.text)): \(dryRun ? "can be created" : "created") from \(quoted(export))")
      Console.say("Taken: \((["settings"] + counts).joined(separator: ", "))")
      for (reason, kinds) in report.leftOutByReason {
        Console.say(
          "Not taken: \(kinds.map { "\($0.noun.fileName) (\($0.rows))" }.joined(separator: ", ")): \(reason).")
      }
      if report.versionsByParticipants > 0 {
        Console.say(
          "Submitted by participants, and kept as entered by an organiser: \(report.versionsByParticipants) versions.")
      }
      if let phase = report.laterPhase {
        Console.say("It was in the phase \(quoted(phase)) and is in review now: its result is announced again.")
      }
      Console.say(
        dryRun ? "Nothing was written, because of --dry-run." : "Next: \(run: "event show \(report.slug)")")
    }
  }
}

extension EventImportReport {
  fileprivate typealias Kind = (noun: ExportNoun, rows: Int)

  /// What was left out, with what has the same reason together.
  fileprivate var leftOutByReason: [(reason: String, kinds: [Kind])] {
    var groups: [(reason: String, kinds: [Kind])] = []
    for kind in leftOut {
      let reason = kind.noun.leftOutBecause ?? ""
      if let index = groups.firstIndex(where: { $0.reason == reason }) {
        groups[index].kinds.append(kind)
      } else {
        groups.append((reason, [kind]))
      }
    }
    return groups
  }

  fileprivate func json(isRehearsal: Bool) -> JSON {
    [
      "noun": "event", "key": .string(slug.text), "outcome": isRehearsal ? "checked" : "created",
      "taken": .object(taken.map { JSON.Member($0.noun.fileName, .integer($0.rows)) }),
      "left_out": .array(
        leftOut.map { kind in
          [
            "kind": .string(kind.noun.fileName), "rows": .integer(kind.rows),
            "reason": .string(kind.noun.leftOutBecause ?? ""),
          ]
        }),
      "versions_by_participants": .integer(versionsByParticipants), "later_phase": laterPhase.json,
    ]
  }
}
