public import Vocabulary

/// Why a workbook cannot be read or written.
public enum WorkbookError: ExplainedError, Equatable {
  case damaged
  /// It asks for a password, or is of the format before 2007; both are written in the same container.
  case encryptedOrOld
  /// Unpacked it is longer than the limit in bytes.
  case tooLong(limit: Int)
  case noSheet(String, known: [String])
  /// No sheet has two cells in a row.
  case empty
  /// A cell takes `WorkbookWriter.longestText` UTF-16 units.
  case textTooLong(sheet: String, row: Int, column: String, length: Int)
  /// A sheet takes `WorkbookWriter.mostRows` rows.
  case tooManyRows(sheet: String)
  /// Packed it has more than 4 GB.
  case tooLarge

  public var explanation: Explanation {
    switch self {
    case .damaged:
      Explanation(
        .badData, code: "workbook-damaged", "The workbook is damaged, or it is no workbook at all.",
        hint: "Open it in your spreadsheet program and save it again as .xlsx, .ods or CSV.")
    case .encryptedOrOld:
      Explanation(
        .badData, code: "workbook-unreadable", "The workbook has a password, or is of the old format .xls.",
        hint: "Open it in your spreadsheet program and save it without a password as .xlsx, .ods or CSV.")
    case .tooLong(let limit):
      Explanation(
        .badData, code: "workbook-too-long",
        "The workbook has more than \(limit / 1_000_000) MB of cells, which is more than is read at once.",
        hint: "Save the sheet as CSV, which is read piece by piece.")
    case .noSheet(let name, let known):
      Explanation(
        .badData, code: "sheet-not-found", "The workbook has no sheet \(quoted(name)).",
        hint: "Its sheets are: \(known.map { quoted($0) }.joined(separator: ", ")).")
    case .empty:
      Explanation(
        .badData, code: "workbook-empty", "No sheet of the workbook has a header and rows.",
        hint: "Write the names of the columns into the first row and save it again.")
    case .textTooLong(let sheet, let row, let column, let length):
      Explanation(
        .badData, code: "cell-too-long",
        "Row \(row) of \(quoted(sheet)) has \(length) characters in the column \(quoted(column)), "
          + "but a cell of a workbook takes \(WorkbookWriter.longestText).",
        hint: "Write CSV, which has no limit: leave out --as xlsx.")
    case .tooManyRows(let sheet):
      Explanation(
        .badData, code: "sheet-too-long",
        "\(quoted(sheet)) has more rows than a sheet of a workbook takes, \(WorkbookWriter.mostRows).",
        hint: "Write CSV, which has no limit: leave out --as xlsx.")
    case .tooLarge:
      Explanation(
        .badData, code: "workbook-too-large", "The workbook would have more than 4 GB, which no program opens.",
        hint: "Write CSV, which has no limit: leave out --as xlsx.")
    }
  }
}
