import ArgumentParser
import Backend
import CanonicalJSON
import Files
import Postgres
import UseCases
import Vocabulary

/// What every command takes that imports a file.
struct ImportOptions: ParsableArguments {
  @Argument(help: "A CSV, .xlsx or .ods file; - reads standard input.", completion: .file())
  var file: String

  @OptionGroup var sheets: SheetOptions

  @Flag(name: [.customShort("n"), .long], help: "Check the file with all rules and store nothing.")
  var dryRun = false

  /// Reads the file, imports all of it or nothing, and says what came of it.
  func run(
    _ global: GlobalOptions, next: NextStep,
    _ journey:
      @Sendable (_ bytes: [UInt8], _ backend: Backend, _ event: EventID, _ unit: UnitOfWork) throws -> ImportReport
  ) async throws {
    let bytes = try TableFile.read(file, sheets)
    try await run(global, next: next) { backend, event, unit in try journey(bytes, backend, event, unit) }
  }

  /// Lets a journey import the file, all of it or nothing, and says what came of it.
  func run(
    _ global: GlobalOptions, next: NextStep,
    _ journey: @Sendable (_ backend: Backend, _ event: EventID, _ unit: UnitOfWork) throws -> ImportReport
  ) async throws {
    let backend = try await global.open()
    do {
      let report = try await backend.change(isRehearsal: dryRun) { event, unit in try journey(backend, event, unit) }
      tell(report, global, next: next)
    } catch let error as ImportError {
      if case .rejected(let report, _) = error { ImportLines.tell(report) }
      throw error
    }
  }

  private func tell(_ report: ImportReport, _ global: GlobalOptions, next: NextStep) {
    if global.json {
      Console.print(report.json.pretty)
      return
    }
    Self.say(report, of: file)
    Console.say(dryRun ? "Nothing was written, because of --dry-run." : "Next: \(run: next)")
  }

  /// Says what a file came to.
  static func say(_ report: ImportReport, of file: String) {
    if let reading = report.reading { Console.say("\(file): \(reading)") }
    ImportLines.tell(ignored: report.ignoredColumns)
    let counts =
      Outcome.allCases.map { "\(report.outcomes[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
      + (report.skipped == 0 ? "" : ", \(report.skipped) skipped")
    let rows = report.rows == 1 ? "1 row" : "\(report.rows) rows"
    ImportLines.warn(report.remarks)
    Console.say("\(report.noun): \(counts) (\(rows) of \(file))")
    for note in report.notes { Console.say(note) }
  }
}

extension ImportError: ErrorWithFindings {
  var findings: JSON {
    switch self {
    case .rejected(let report, _): report.json
    case .unreadable, .noRows: [:]
    }
  }
}
