public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
public import ImportFormats
import Postgres
import UseCases
import Vocabulary

/// What every command takes that imports a file of people, teams, submissions or organisations.
struct FileImportOptions: ParsableArguments {
  @Argument(help: "A CSV, .xlsx or .ods file; - reads standard input.", completion: .file())
  var file: String

  @OptionGroup var sheets: SheetOptions

  @Option(
    help: ArgumentHelp(
      "The system that wrote the file: \(ImportProfile.allCases.map(\.rawValue).joined(separator: ", ")). Without it: guessed.",
      valueName: "name"))
  var profile: ImportProfile?

  @OptionGroup var rows: RowOptions

  @Option(help: ArgumentHelp("The order of day, month and year in dates: dmy, mdy or ymd.", valueName: "order"))
  var dateOrder: DateOrder?

  @Option(
    name: .customLong("tz"), help: ArgumentHelp("The IANA time zone of the times in the file.", valueName: "zone"))
  var timeZone: String?

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp("Import only the rows with this value in this column. Repeatable.", valueName: "column=value"))
  var only: [ColumnChoice] = []

  @Option(
    name: .customLong("skip"),
    help: ArgumentHelp("Leave out the rows with this value in this column. Repeatable.", valueName: "column=value"))
  var skipped: [ColumnChoice] = []

  @Flag(name: [.customShort("n"), .long], help: "Check the file with all rules and store nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "The time of submissions that have none in the file, in the event's time zone; now means this moment.",
      valueName: "time"))
  var receivedAt: String?

  @Option(
    help: ArgumentHelp(
      "The reason to accept submissions that have no time in the file, after the deadline.", valueName: "reason"))
  var inTime: String?

  @Flag(help: "Replace values that were edited by hand since the last import.")
  var overwrite = false

  @OptionGroup var erased: ErasedOptions

  @Flag(help: "Include projects that are hidden on their platform.")
  var includeHidden = false

  /// Imports the file and says what came of it.
  func run(_ global: GlobalOptions, as noun: ImportNoun?) async throws {
    let options = try options(as: noun)
    let source = try SourceFile(file, sheets)
    let backend = try await global.open()
    let progress = Progress(of: source.size, isSilent: global.json)
    let rejects = rows.keepsGoodRows && !dryRun ? RejectsFile(beside: source) : nil
    do {
      let report: FileImportReport
      do {
        defer { progress.end() }
        report = try await backend.transaction(isRehearsal: dryRun) { unit in
          let event = try backend.events.find(backend.configuration.event, in: unit)
          try backend.events.require(Phase.changeable, of: event)
          let report = try backend.files.run(source, options, into: event, in: unit, progress: progress.tell)
          try rejects?.write(report.problems, hasOpenRows: report.profile.hasOpenRows)
          return report
        }
      }
      try tell(report, global, rejects)
    } catch let error as FileImportError {
      if case .rejected(let report, _) = error {
        FileImportText(report, file: file).tellReading()
        ImportLines.tell(report.problems)
      }
      throw error
    }
  }

  private func options(as noun: ImportNoun?) throws -> FileImport.Options {
    var options = FileImport.Options()
    options.settings.profile = profile
    options.settings.noun = noun
    options.settings.map = try rows.columns.map.map { try ColumnMap(TableFile.read($0)) }
    options.settings.dateOrder = dateOrder
    options.settings.timeZone = timeZone
    options.settings.takesHidden = includeHidden
    options.settings.only = only
    options.settings.skipped = skipped
    options.keepsGoodRows = rows.keepsGoodRows || dryRun
    options.overwrites = overwrite
    options.takesErased = erased.takesErased
    options.takesLast = rows.last
    options.submissionTime = try submissionTime()
    return options
  }

  private func submissionTime() throws -> SubmissionTime {
    switch (receivedAt, inTime) {
    case (let text?, nil): return text.lowercased() == "now" ? .now : .at(text)
    case (nil, let reason?): return .inTime(because: reason)
    case (nil, nil): return .unsaid
    case (_?, _?):
      throw UsageError(
        "Say when the submissions came, or that they came in time.", hint: "Leave out --in-time or --received-at.")
    }
  }

  private func tell(_ report: FileImportReport, _ global: GlobalOptions, _ rejects: RejectsFile?) throws {
    if global.json {
      Console.print(report.json.pretty)
    } else {
      let text = FileImportText(report, file: file)
      text.tellReading()
      ImportLines.tell(report.problems)
      text.tellOutcome()
      if !report.problems.isEmpty, let rejects { Console.say("The rejected rows are in \(rejects.path).") }
      Console.say(
        dryRun
          ? "Nothing was written, because of --dry-run."
          : "Next: \(run: "\(report.noun.rawValue) list")")
    }
    if !report.problems.isEmpty { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
  }
}

extension ColumnChoice: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ImportProfile: ExpressibleByArgument {}
extension ImportNoun: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}

extension FileImportError: ErrorWithFindings {
  var findings: JSON {
    switch self {
    case .rejected(let report, _): report.json
    case .undecided(let columns, _): ["undecided": .array(columns.map(\.json))]
    case .unreadable, .unclear, .ofOtherNoun, .noRows, .unknownTime: [:]
    case .withoutTimes(let teams, _): ["teams": .array(teams.map(JSON.string))]
    }
  }
}
