/// One row of a table.
public struct Record: Equatable, Sendable {
  /// The texts of the cells, also of those beyond the header.
  public let cells: [String]

  /// The row in a spreadsheet, counted from 1; a blank line counts, a line break inside a cell does not.
  public let row: Int

  /// The line of the file where the record begins, counted from 1.
  public let line: Int

  /// A record as it was read, or as a test needs it.
  public init(cells: [String], row: Int, line: Int) {
    self.cells = cells
    self.row = row
    self.line = line
  }

  /// Whether every cell is empty or holds white space only, as in the rows of commas that spreadsheets leave behind.
  public var isBlank: Bool {
    cells.allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }

  /// What a spreadsheet calls the cell at `index`, counted from 0: `E15` for index 4 of row 15.
  public func nameOfCell(at index: Int) -> String {
    CellAddress.name(column: index, row: row)
  }

  /// The cell under a column name; `nil` when there is no such column or the record is too short to reach it.
  public subscript(name: String, in header: Header) -> String? {
    guard let index = header.index(of: name), index < cells.count else { return nil }
    return cells[index]
  }

  /// Checks that the record has as many cells as the header, or no fewer than an open-ended header names.
  /// - Throws: `wrongWidth`.
  public func requireWidth(of header: Header) throws(CSVError) {
    let fits = header.isOpenEnded ? cells.count >= header.count - 1 : cells.count == header.count
    guard fits else {
      throw .wrongWidth(row: row, line: line, cells: cells.count, header: header.count)
    }
  }
}

/// The names that spreadsheets give to cells.
enum CellAddress {
  /// The letters of a column counted from 0, then the row: `A1`, `Z1`, `AA1`.
  static func name(column: Int, row: Int) -> String {
    var letters: [UInt8] = []
    var rest = max(column, 0)
    repeat {
      letters.append(0x41 + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
  }
}
