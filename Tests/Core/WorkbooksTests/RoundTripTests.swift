import CSV
import Foundation
import StoredZip
import Testing
import Workbooks

/// Any table survives: what is written as CSV, .xlsx or .ods is read as every import reads it, byte for byte.
@Suite struct RoundTripTests {
  private static let tables = 1...150

  @Test(arguments: [Delimiter.comma, .semicolon, .tab]) func `any table survives as CSV`(delimiter: Delimiter) throws {
    for number in Self.tables {
      let table = AnyTable(number: number)
      let lines: CSVFormat.LineEnding = number.isMultiple(of: 2) ? .lineFeed : .carriageReturnLineFeed
      let format = CSVFormat(
        delimiter: delimiter, lineEnding: lines, formulas: .neutralised, hasByteOrderMark: number.isMultiple(of: 3))
      let bytes = try CSVWriter.bytes(of: [table.columns.map(\.title)] + table.rows, as: format)
      try expect(imported(bytes), table.rows, "table \(number)")
    }
  }

  @Test func `any table survives as a workbook of Excel`() throws {
    for number in Self.tables {
      let table = AnyTable(number: number)
      try expect(imported(written(table)), table.rows, "table \(number)")
    }
  }

  @Test func `any table survives as a workbook of LibreOffice`() throws {
    for number in Self.tables {
      let table = AnyTable(number: number, isPlain: true)
      let header = table.columns.map { StoredZip.OpenCell.text($0.title) }
      let rows = table.rows.map { zip($0, table.columns).map(Self.openCell) }
      try expect(imported(StoredZip.openDocument([header] + rows)), table.rows, "table \(number)")
    }
  }

  @Test(.enabled(if: LibreOffice.isHere, "LibreOffice is not installed"), arguments: ["xlsx", "ods"])
  func `any table survives when LibreOffice opens and saves it`(format: String) throws {
    let tables = (1...12).map { AnyTable(number: $0, isPlain: true) }
    let saved = try LibreOffice.convert(tables.map(written), from: "xlsx", to: format)
    for (number, (table, bytes)) in zip(tables, saved).enumerated() {
      try expect(imported(bytes), table.rows, "table \(number + 1)")
    }
  }

  private func written(_ table: AnyTable) throws -> [UInt8] {
    try WorkbookWriter.bytes(of: "S", table.columns, table.rows)
  }

  private static func openCell(_ text: String, _ column: WorkbookWriter.Column) -> StoredZip.OpenCell {
    switch column.kind {
    case .number where text.wholeMatch(of: /-?(0|[1-9]\d*)(\.\d*[1-9])?/) != nil && text.count < 16: .number(text)
    case .time where text.wholeMatch(of: /\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?/) != nil: .time(text)
    default: .text(text)
    }
  }

  /// The cells below the header, as every import reads them.
  private func imported(_ bytes: [UInt8]) throws -> [[String]] {
    let bytes = Workbook.isWorkbook(bytes) ? try Workbook(bytes).table(ofSheet: nil).bytes : bytes
    let table = try Table(bytes: bytes, dialect: Dialect(restoresFormulas: true))
    try table.requireWidth()
    return table.records.map(\.cells)
  }

  /// Compares bytes, because Swift counts é and e with an accent as equal; names the first cell that differs.
  private func expect(_ read: [[String]], _ written: [[String]], _ table: String) throws {
    try #require(read.count == written.count, "\(table)")
    for (row, (read, written)) in zip(read, written).enumerated() {
      try #require(read.count == written.count, "\(table), row \(row)")
      for (read, written) in zip(read, written) {
        try #require(Array(read.utf8) == Array(written.utf8), "\(table), row \(row): \(read) of \(written)")
      }
    }
  }
}
