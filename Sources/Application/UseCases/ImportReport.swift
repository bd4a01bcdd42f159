import ImportFormats
public import Vocabulary

/// Why a row was not taken; rows are counted as a spreadsheet counts them.
public struct ImportProblem: Error, Equatable, Sendable {
  public let row: Int
  /// The physical line on which the row begins.
  public let line: Int
  /// The cell's name in a spreadsheet, such as "E15".
  public let cell: String?
  public let column: String?
  public let value: String?
  /// A stable word for what is wrong.
  public let code: String
  public let message: Message

  /// Where the problem stands, in words.
  public var location: String {
    let line = row == line ? "" : " (line \(line))"
    return "row \(row)\(line)" + (cell.map { ", cell \($0)" } ?? "") + (column.map { " \($0)" } ?? "")
  }
}

/// What an import came to.
public struct ImportReport: Equatable, Sendable {
  /// What the file holds, such as "team".
  public let noun: String
  /// How the file was read, in words, where that was not plain UTF-8 with commas.
  public var reading: String?
  /// Columns that nothing was done with.
  public var ignoredColumns: [String] = []
  /// Columns that stand under another name than our own.
  public var renamedColumns: [Renamed] = []
  public var rows = 0
  public var outcomes: [Outcome: Int] = [:]
  public var problems: [ImportProblem] = []
  /// Rows about people who asked to be erased, which are left out.
  public var skipped = 0

  /// What was taken in another way than it was written.
  public var remarks: [ImportRemark] = []

  /// What follows for the whole event, a sentence each.
  public var notes: [String] = []

  /// A column of the file and the name that it has here.
  public struct Renamed: Equatable, Sendable {
    public let title: String
    public let name: String
  }
}

/// Why nothing of a file was imported.
public enum ImportError: ExplainedError, Equatable {
  case rejected(ImportReport, file: String)
  case unreadable(String, file: String)
  /// A header and nothing below it.
  case noRows(file: String)
  case missingColumn(String, noun: String, header: [String], file: String)

  public var explanation: Explanation {
    switch self {
    case .rejected(let report, let file):
      let count = Set(report.problems.map(\.row)).count
      return Explanation(
        .badData, code: "import-rejected",
        "\(count == 1 ? "1 row" : "\(count) rows") of \(quoted(file)) cannot be taken, so nothing was imported.",
        hint: "Mend the rows that are named above and run the same command again.", location: file)
    case .unreadable(let sentence, let file):
      return Explanation(.badData, code: "file-unreadable", "\(quoted(file)): \(sentence)", location: file)
    case .noRows(let file):
      return Explanation(
        .badData, code: "no-rows", "\(quoted(file)) has a header, but no rows below it.",
        hint: "Add at least one row and run the same command again.", location: file)
    case .missingColumn(let name, let noun, let header, let file):
      return Explanation(
        .badData, code: "missing-column",
        "\(quoted(file)): no column is known to hold the \(name) of a \(noun). The columns are "
          + "\(header.filter { !$0.isEmpty }.prefix(12).map(quoted).joined(separator: ", ")).",
        hint: "Rename one to \(quoted(name)), or name it with --map: \(ImportFormatError.mapForm).", location: file)
    }
  }
}
