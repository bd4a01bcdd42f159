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

  /// Imports the file as a table and says what came of it.
  func run(
    _ global: GlobalOptions, _ reading: TableReading, next: NextStep,
    _ importing:
      @Sendable (_ table: ImportTable, _ backend: Backend, _ event: EventID, _ unit: UnitOfWork) throws -> ImportReport
  ) async throws {
    let source = try SourceFile(file, sheets)
    let table = try reading.table(of: source)
    let rejects = table.keepsGoodRows && !dryRun ? RejectsFile(beside: source) : nil
    try await run(global, next: next, rejects) { backend, event, unit in try importing(table, backend, event, unit) }
  }

  /// Imports the file by the given body and says how many rows were taken and which were not.
  func run(
    _ global: GlobalOptions, next: NextStep, _ rejects: RejectsFile? = nil,
    _ importing: @Sendable (_ backend: Backend, _ event: EventID, _ unit: UnitOfWork) throws -> ImportReport
  ) async throws {
    let backend = try await global.open()
    do {
      let report = try await backend.change(isRehearsal: dryRun) { event, unit in
        let report = try importing(backend, event, unit)
        try rejects?.write(report.problems)
        return report
      }
      tell(report, global, next: next, rejects)
      if !report.problems.isEmpty { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    } catch let error as ImportError {
      if case .rejected(let report, _) = error { Self.sayRows(report, of: file) }
      throw error
    }
  }

  private func tell(_ report: ImportReport, _ global: GlobalOptions, next: NextStep, _ rejects: RejectsFile?) {
    if global.json {
      Console.print(report.json.pretty)
      return
    }
    Self.say(report, of: file)
    if !report.problems.isEmpty, let rejects { Console.say("The rejected rows are in \(rejects.path).") }
    Console.say(dryRun ? "Nothing was written, because of --dry-run." : "Next: \(run: next)")
  }

  /// Says what a file came to.
  static func say(_ report: ImportReport, of file: String) {
    sayRows(report, of: file)
    let rejected = Set(report.problems.map(\.row)).count
    let counts =
      Outcome.allCases.map { "\(report.outcomes[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
      + (report.skipped == 0 ? "" : ", \(report.skipped) skipped")
      + (rejected == 0 ? "" : ", \(rejected) rejected")
    let rows = report.rows == 1 ? "1 row" : "\(report.rows) rows"
    Console.say("\(report.noun): \(counts) (\(rows) of \(file))")
    for note in report.notes { Console.say(note) }
  }

  /// Says how a file was read, and what is to be said of its rows.
  static func sayRows(_ report: ImportReport, of file: String) {
    if let reading = report.reading { Console.say("\(file): \(reading)") }
    ImportLines.tell(renamed: report.renamedColumns)
    ImportLines.tell(ignored: report.ignoredColumns)
    ImportLines.tell(report)
  }
}

/// What every command takes whose file has columns of any names.
struct ColumnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A CSV file (column,field) that tells what each column holds.", valueName: "file"),
    completion: .file())
  var map: String?

  var reading: TableReading { TableReading(map: map) }
}

/// What every command takes whose file has many things, each in a row.
struct RowOptions: ParsableArguments {
  @OptionGroup var columns: ColumnOptions

  @Flag(name: .customLong("continue"), help: "Import the correct rows and write the others to FILE.rejects.csv.")
  var keepsGoodRows = false

  @Flag(help: "Take the last of several rows about the same thing, where no time tells the latest.") var last = false

  var reading: TableReading { TableReading(map: columns.map, keepsGoodRows: keepsGoodRows, takesLast: last) }
}

/// How a table is to be read.
struct TableReading {
  var map: String?
  var keepsGoodRows = false
  var takesLast = false

  func table(of source: SourceFile) throws -> ImportTable {
    var table = ImportTable(try source.bytes(), file: source.name)
    table.map = try map.map { try TableFile.read($0) }
    (table.keepsGoodRows, table.takesLast) = (keepsGoodRows, takesLast)
    return table
  }
}

extension ImportError: ErrorWithFindings {
  var findings: JSON {
    switch self {
    case .rejected(let report, _): report.json
    case .unreadable, .noRows, .missingColumn: [:]
    }
  }
}
