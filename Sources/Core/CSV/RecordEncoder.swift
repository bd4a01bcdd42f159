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

  /// Whether the usual format has a cell as it is: letters, digits and a few marks that mean nothing.
  static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return true }
    // A letter "s" may begin Excel's declaration, the byte 0xEF a mark of the byte order.
    guard first > 0x40 || (0x30...0x39).contains(first), first != 0xEF, first | 0x20 != UInt8(ascii: "s"),
      last != Byte.space
    else { return false }
    return cell.allSatisfy {
      $0 >= Byte.space && $0 != Byte.quote && $0 != Delimiter.comma.byte && $0 != Delimiter.semicolon.byte
    }
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
