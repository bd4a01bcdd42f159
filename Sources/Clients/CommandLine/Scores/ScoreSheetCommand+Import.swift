public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Judging
import Postgres
import ScoreSheetFiles
import Scores
public import UseCases
import Vocabulary

extension ScoreSheetCommand {
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import score sheets that judges filled in.",
      more: """
        Unchanged values stay. If a sheet changed both in the file and on the server, the command \
        shows both values. It stores nothing until you choose with --on-conflict. All files are imported, or none, unless you give \
        --continue.
        """,
      examples: "datajam score sheet import sheets/J-03.txt")

    @OptionGroup var rounds: RoundOptions
    @Argument(help: "Sheets in either format; - reads standard input.", completion: .file()) var files: [String]
    @Flag(name: [.customShort("n"), .long], help: "Check the files with all rules and store nothing.")
    var dryRun = false
    @Flag(name: .customLong("continue"), help: "Import the sheets without problems.") var keepsGoodSheets = false
    @Option(help: "Whose values count where both changed: stop (store nothing), sheet or server.")
    var onConflict = SheetImport.ConflictRule.stop
    @Option(help: ArgumentHelp("The reason, when an organiser's files change ready sheets.", valueName: "text"))
    var reason: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let read = try files.map { try SheetFile.read($0) }
      let isUnreadable = read.contains { !$0.faults.isEmpty }
      let backend = try await global.open(allowing: .judge)
      let only = backend.ownCode
      do {
        let taken = try await backend.change(isRehearsal: dryRun || isUnreadable) { event, unit in
          try take(read, backend, event, only, isUnreadable, unit)
        }
        if isUnreadable { throw UnreadableSheets(read, taken) }
        try tell(taken)
      } catch let error as SheetsHeldUp {
        if !global.json { say(error.taken) }
        throw error
      }
    }

    private func take(
      _ read: [SheetFile], _ backend: Backend, _ event: EventID, _ only: String?, _ isUnreadable: Bool,
      _ unit: UnitOfWork
    ) throws -> [TakenSheet] {
      guard read.contains(where: { !$0.sheets.isEmpty }) else { return [] }
      let origin = read.lazy.flatMap(\.sheets).first?.origin
      let round = try backend.round(rounds.round ?? origin?.round, of: event, in: unit)
      let form = try backend.scores.form(of: round.id, event, in: unit)
      let slug = try backend.events.find(backend.configuration.event, in: unit).event.slug
      let taken = try read.flatMap { file in
        try file.sheets.map { sheet in
          TakenSheet(
            file: file.path,
            result: try backend.sheetsIn.take(
              sheet, by: form, event: slug, event, only: only, conflicts: onConflict, because: reason,
              in: unit))
        }
      }
      let isHeldUp = taken.contains { !$0.result.conflicts.isEmpty || !$0.result.faults.isEmpty }
      if isHeldUp && !keepsGoodSheets && !dryRun && !isUnreadable { throw SheetsHeldUp(taken: taken) }
      return taken
    }

    private func tell(_ taken: [TakenSheet]) throws {
      if global.json {
        let document: JSON = ["items": .array(taken.map(\.json)), "count": .integer(taken.count)]
        Console.print(document.pretty)
      } else {
        say(taken)
        Console.say(
          dryRun
            ? "Nothing was written, because of --dry-run." : "Next: \(run: "score missing")")
      }
      if taken.contains(where: { !$0.result.conflicts.isEmpty || !$0.result.faults.isEmpty }) { throw ExitCode(3) }
    }

    private func say(_ taken: [TakenSheet]) {
      for sheet in taken {
        let result = sheet.result
        let counts = Outcome.allCases.map { "\(result.counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
        let conflicts = result.conflicts.count == 1 ? "1 conflict" : "\(result.conflicts.count) conflicts"
        Console.say("\(result.judge): \(counts), \(conflicts) (\(sheet.file))")
        if !result.drafts.isEmpty {
          Console.say(
            "  Drafts, which are not ranked: \(result.drafts.joined(separator: ", ")). When they are finished, write ready below @status."
          )
        }
        for fault in result.faults { Console.say("  line \(fault.line): \(fault.sentence)") }
        for conflict in result.conflicts {
          Console.say(
            "  line \(conflict.line): team \(quoted(conflict.team)) was changed by \(conflict.savedBy ?? "somebody") since the sheet went out:"
          )
          for difference in conflict.differences { Console.say("    \(difference)") }
        }
      }
    }
  }
}

extension SheetImport.ConflictRule: ExpressibleByArgument {}

/// A sheet with the file that it came in.
struct TakenSheet: Equatable {
  let file: String
  let result: SheetReturn

  var json: JSON { ["file": .string(file), "sheet": result.json] }
}

/// Why no sheet was taken.
private struct SheetsHeldUp: ExplainedError {
  let taken: [TakenSheet]

  var explanation: Explanation {
    let conflicts = taken.contains { !$0.result.conflicts.isEmpty }
    return Explanation(
      .badData, code: conflicts ? "sheet-conflict" : "sheet-rejected",
      "Nothing was written, because not all that stands on the sheets can be taken.",
      hint: conflicts
        ? "Choose whose values stay with --on-conflict sheet or server, or take the rest with --continue."
        : "Mend the lines above, or take the rest with --continue.")
  }
}
