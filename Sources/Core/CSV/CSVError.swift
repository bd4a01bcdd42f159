/// What can be wrong with a table; rows and lines count from 1, offsets in bytes from 0, cells are named like `E15`.
public enum CSVError: Error, Equatable, Sendable {
  /// The file has no record at all.
  case empty
  /// The file is an Excel or OpenDocument workbook.
  case workbook
  /// A byte is not UTF-8, and nothing tells what else it is.
  case notUTF8(offset: Int, line: Int)
  /// A byte stands for nothing in the encoding that the file is read in.
  case undecodable(TextEncoding, offset: Int, row: Int, line: Int)
  /// A zero byte, which no text holds.
  case zeroByte(offset: Int, row: Int, line: Int)
  /// Text, beginning with the character `found`, between a closing quote and the end of the cell.
  case textAfterQuote(row: Int, line: Int, cell: String, found: String)
  /// A quote that is open at the end of the file; `line` is where it opens.
  case unclosedQuote(row: Int, line: Int, cell: String)
  /// A cell of more bytes than `Dialect.maximumCellBytes`.
  case cellTooLarge(row: Int, line: Int, cell: String, limit: Int)
  /// A record of more cells than `Dialect.maximumCells`.
  case tooManyCells(row: Int, line: Int, limit: Int)
  /// Two columns whose names count as the same.
  case duplicateColumn(first: String, firstCell: String, second: String, secondCell: String)
  /// A column that the header does not have.
  case missingColumn(String, header: [String])
  /// A record that has not as many cells as the header.
  case wrongWidth(row: Int, line: Int, cells: Int, header: Int)
  /// A cell to be written that holds U+0000, which could not be read again.
  case zeroCharacter(cell: String)
}

extension CSVError: CustomStringConvertible {
  /// What is wrong, where, and what to do next, in one sentence for people who do not program.
  public var sentence: String {
    switch self {
    case .empty:
      "The file has no rows; export the sheet again with its header row."
    case .workbook:
      "The file is a spreadsheet workbook and not CSV; open it and save it as \"CSV UTF-8\"."
    case .notUTF8(let offset, let line):
      "Line \(line) has a byte that is not UTF-8 text (byte offset \(offset)); save the sheet again as \"CSV UTF-8\"."
    case .undecodable(let encoding, let offset, let row, let line):
      "\(location(row, line)) has a byte that is not \"\(encoding)\" text (byte offset \(offset)); "
        + "save the sheet again as \"CSV UTF-8\"."
    case .zeroByte(let offset, let row, let line):
      "\(location(row, line)) has a zero byte, which plain text never has (byte offset \(offset)); "
        + "save the sheet again as \"CSV UTF-8\"."
    case .textAfterQuote(let row, let line, let cell, let found):
      "Cell \(cell) (row \(row), line \(line)) goes on with \"\(shown(found))\" after its closing quote mark; "
        + "double every quote mark that belongs to the text."
    case .unclosedQuote(let row, let line, let cell):
      "Cell \(cell) (row \(row), line \(line)) opens a quote mark that is never closed; "
        + "add the closing quote mark or remove the opening one."
    case .cellTooLarge(let row, let line, let cell, let limit):
      "Cell \(cell) (row \(row), line \(line)) is longer than \(limit) bytes; "
        + "shorten it, or close the quote mark that it opens."
    case .tooManyCells(let row, let line, let limit):
      "\(location(row, line)) has more than \(counted(limit)); split the row, or check which mark separates the cells."
    case .duplicateColumn(let first, let firstCell, let second, let secondCell):
      "Columns \"\(shown(first))\" (\(firstCell)) and \"\(shown(second))\" (\(secondCell)) have the same name; "
        + "rename one of them."
    case .missingColumn(let name, let header):
      "The header has no column \"\(shown(name))\", only \(listed(header)); add the column or rename one."
    case .wrongWidth(let row, let line, let cells, let header):
      "\(location(row, line)) has \(counted(cells)), but the header has \(header)."
    case .zeroCharacter(let cell):
      "Cell \(cell) has a zero character, which CSV cannot hold; remove it from the text."
    }
  }

  /// The same as `sentence`.
  public var description: String { sentence }

  private func location(_ row: Int, _ line: Int) -> String {
    "Row \(row) (line \(line))"
  }

  private func counted(_ cells: Int) -> String {
    cells == 1 ? "1 cell" : "\(cells) cells"
  }

  private func listed(_ names: [String]) -> String {
    let shortened = names.prefix(12).map { "\"\(shown($0))\"" } + (names.count > 12 ? ["..."] : [])
    return shortened.isEmpty ? "no columns" : shortened.joined(separator: ", ")
  }

  /// A text as it can stand inside a sentence: on one line, without control characters, at most 60 characters long.
  private func shown(_ text: String) -> String {
    let line = String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
