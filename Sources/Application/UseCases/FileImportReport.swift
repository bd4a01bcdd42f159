import CSV
public import ImportFormats
public import ImportStaging
public import Vocabulary

/// A row that was passed over.
public struct SkippedRow: Equatable, Sendable {
  /// As a spreadsheet counts.
  public let row: Int
  /// What the row is about, where it says so.
  public let name: String?
  public let reason: String
}

/// What an import of somebody's file came to.
public struct FileImportReport: Equatable, Sendable {
  public let profile: ImportProfile
  public let noun: ImportNoun
  /// Sentences on how the file was read.
  public var notes: [String] = []
  public var ignoredColumns: [String] = []
  /// Columns that nothing was done with although people are in them.
  public private(set) var passedOver: [PassedOverColumn] = []
  /// Rows of data; each counts once as created, updated, unchanged, skipped or rejected.
  public var rows = 0
  public private(set) var tally = ImportsService.Tally()
  public private(set) var skipped = 0
  /// How many rows were passed over for which reason.
  public private(set) var skipReasons: [String: Int] = [:]
  /// Those that the file itself gives a reason for.
  public private(set) var skippedRows: [SkippedRow] = []
  public private(set) var records: [String: ImportsService.Tally] = [:]
  /// Why rows were rejected.
  public private(set) var problems: [ImportProblem] = []
  /// What is worth knowing about rows that were taken.
  public var remarks: [ImportProblem] = []

  init(_ reading: FileReading) {
    profile = reading.profile
    noun = reading.noun
  }

  /// Whether rows were rejected that are about the same thing as others.
  var hasRepeatedRows: Bool {
    let codes: Set<StagedProblem.Code> = [.sameKey, .sameEmail, .sameTeam, .samePerson]
    let names = codes.map(\.rawValue)
    return profile != .devpost && problems.contains { names.contains($0.code) }
  }

  public var rejected: Int { Set(problems.map(\.row)).count }

  mutating func passOver(_ columns: [PassedOverColumn]) {
    passedOver = columns
    ignoredColumns.removeAll { name in columns.contains { $0.column == name } }
  }

  mutating func reject(_ found: [ImportProblem]) { problems += found }

  mutating func skip(_ reason: String, row: Int, _ name: String?) {
    skippedRows.append(SkippedRow(row: row, name: name, reason: reason))
    skip(reason)
  }

  mutating func skip(_ reason: String, rows: Int = 1) {
    guard rows > 0 else { return }
    skipped += rows
    skipReasons[reason, default: 0] += rows
  }

  /// Adds what the features found.
  mutating func add(_ found: [StagedProblem], _ reading: FileReading) {
    problems += found.filter { !$0.isRemark }.map { ImportProblem($0, reading) }
    problems.sort {
      ($0.row, $0.column ?? "", $0.message.description) < ($1.row, $1.column ?? "", $1.message.description)
    }
  }

  mutating func remark(_ found: [StagedProblem], _ reading: FileReading) {
    let rejected = Set(problems.map(\.row))
    remarks = (remarks + found.map { ImportProblem($0, reading) }).filter { !rejected.contains($0.row) }
    remarks.sort {
      ($0.row, $0.column ?? "", $0.message.description) < ($1.row, $1.column ?? "", $1.message.description)
    }
  }

  mutating func count(_ tally: ImportsService.Tally, of records: [String: ImportsService.Tally]) {
    self.tally = tally
    self.records = records.filter { $0.key == noun.rawValue || $0.value != ImportsService.Tally() }
  }
}

extension ImportProblem {
  init(_ found: StagedProblem, _ reading: FileReading) {
    let index = reading.index(of: found.field)
    self.init(
      row: found.row, line: found.line,
      cell: index.map { Record(cells: [], row: found.row, line: found.line).nameOfCell(at: $0) },
      column: index.map { reading.header.names[$0] }, value: found.value, code: found.code.rawValue,
      message: found.sentence(reading.noun))
  }
}

/// Why nothing of a file was imported.
public enum FileImportError: ExplainedError, Equatable {
  case rejected(FileImportReport, file: String)
  case unreadable(String, file: String)
  /// The header does not tell what the columns hold.
  case unclear(ImportFormatError, file: String)
  /// The columns are those of something else, which the step reads.
  case ofOtherNoun(String, NextStep, file: String)
  /// Columns decide about people, and nobody has said how.
  case undecided([UndecidedColumn], file: String)
  /// A header and nothing below it.
  case noRows(file: String)
  /// Submissions of these teams have no time, and the deadline is over.
  case withoutTimes([String], file: String)
  /// What was said of when submissions came.
  case unknownTime(String)

  public var explanation: Explanation {
    switch self {
    case .rejected(let report, let file):
      let count = report.rejected
      return Explanation(
        .badData, code: "import-rejected",
        "\(count == 1 ? "1 row" : "\(count) rows") of \(quoted(file)) cannot be taken, so nothing was imported.",
        hint: "Mend the rows that are named above and run the same command again, or take the good rows: --continue"
          + (report.hasRepeatedRows ? "\nOr take the last of several rows about the same thing: --last" : ""),
        location: file)
    case .unreadable(let sentence, let file):
      return Explanation(.badData, code: "file-unreadable", "\(quoted(file)): \(sentence)", location: file)
    case .unclear(let error, let file):
      let inner = error.explanation
      return Explanation(
        inner.kind, code: inner.code, "\(quoted(file)): \(inner.message)", hint: inner.hint, location: file)
    case .ofOtherNoun(let words, let step, let file):
      return Explanation(
        .usage, code: "other-rows",
        "\(quoted(file)) looks like \(words), and not like people, teams or projects, so nothing was imported.",
        hint:
          "Read it so: \(run: step)\nIf it is about people, teams or projects: --as participant, team, submission or organisation.",
        location: file)
    case .undecided(let columns, let file):
      return Explanation(
        .usage, code: "decisions-in-file",
        "\(quoted(file)) says who is in and who is not, so nothing was imported: \(Self.told(columns)).",
        hint: Self.choices(columns), location: file)
    case .noRows(let file):
      return Explanation(
        .badData, code: "no-rows", "\(quoted(file)) has a header, but no rows below it.",
        hint: "Add at least one row and run the same command again.", location: file)
    case .unknownTime(let text):
      return Explanation(
        .badData, code: "unknown-time", "\(quoted(text)) is no day with a time that can be read in one way only.",
        hint: "Write what the clocks showed, such as --received-at 2021-05-08T13:00")
    case .withoutTimes(let teams, let file):
      let count = teams.count == 1 ? "1 submission" : "\(teams.count) submissions"
      let names = teams.prefix(5).map(quoted).joined(separator: ", ") + (teams.count > 5 ? ", …" : "")
      return Explanation(
        .refused, code: "no-submission-times",
        "\(quoted(file)) does not say when \(count) came, and the deadline is over, so nothing was imported: \(names).",
        hint: "If they came in time, add: --in-time REASON\nIf you know when they came, add: --received-at TIME\n"
          + "To take them as late, add: --received-at now",
        location: file)
    }
  }

  private static func told(_ columns: [UndecidedColumn]) -> String {
    columns.map { column in
      let values = column.values.prefix(12).map { "\(quoted($0.text)) (\($0.rows == 1 ? "1 row" : "\($0.rows) rows"))" }
      let more = column.values.count > 12 ? " and \(column.values.count - 12) more" : ""
      return "\(quoted(column.column)) is \(values.joined(separator: ", "))\(more)"
    }.joined(separator: "; ")
  }

  private static func choices(_ columns: [UndecidedColumn]) -> Message {
    func options(_ name: String, _ choices: [ColumnChoice]) -> String {
      choices.map { "\(name) \(shellWord($0.text))" }.joined(separator: " ")
    }
    let skipping = options("--skip", columns.flatMap(\.skipping))
    let taking = options("--only", columns.flatMap(\.taking))
    let isTold = columns.allSatisfy { !$0.taking.isEmpty && $0.taking.count <= 12 }
    return Message(
      "To leave out who is not in, add: \(skipping)"
        + (isTold ? "\nTo say who is in, add: \(taking)" : "")
        + "\nTo take all rows, give the column the field \"ignore\" with --map.")
  }

  /// A text between quotes that a shell takes as they are.
  private static func shellWord(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
