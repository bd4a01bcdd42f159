/// Turns records into bytes that any CSV reader, and `CSVReader` by detection too, takes for the same records.
struct RecordEncoder {
  private let format: CSVFormat

  init(_ format: CSVFormat) {
    self.format = format
  }

  /// What comes before the first record.
  var start: [UInt8] {
    format.hasByteOrderMark ? Byte.utf8Mark : []
  }

  func append(_ cells: [String], row: Int, to bytes: inout [UInt8]) throws(CSVError) {
    guard !cells.isEmpty else { return }
    if let index = cells.firstIndex(where: { $0.utf8.contains(0) }) {
      throw .zeroCharacter(cell: CellAddress.name(column: index, row: row))
    }
    // A line without any text could be skipped as blank.
    if cells.allSatisfy(\.isEmpty) { bytes += [Byte.quote, Byte.quote] }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(format.delimiter.byte) }
      append(format.formulas == .neutralised ? FormulaEscape.neutralised(cell) : cell, to: &bytes)
    }
    if format.lineEnding == .carriageReturnLineFeed { bytes.append(Byte.carriageReturn) }
    bytes.append(Byte.lineFeed)
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    guard needsQuotes(cell) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(Byte.quote)
    for byte in cell.utf8 {
      if byte == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }

  /// Whether a cell holds what could be taken for a delimiter, a line break, trimmed space or the start of a file.
  private func needsQuotes(_ cell: String) -> Bool {
    let text = cell.utf8
    if text.first == Byte.space || text.last == Byte.space { return true }
    if text.starts(with: Byte.utf8Mark) || DelimiterDetection.isDeclaration(text) { return true }
    return text.contains { byte in
      byte < Byte.space || byte == Byte.quote || byte == format.delimiter.byte
        || byte == Delimiter.comma.byte || byte == Delimiter.semicolon.byte
    }
  }
}
