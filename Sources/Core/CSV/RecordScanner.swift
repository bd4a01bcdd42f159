/// Splits well-formed UTF-8 into records (RFC 4180), a chunk of any size at a time.
struct RecordScanner {
  private enum State { case cellStart, bare, quoted, quoteInQuoted }

  /// The spreadsheet row and the physical line that the next byte is on.
  private(set) var row = 1
  private(set) var line: Int

  private let delimiter: UInt8
  private let dialect: Dialect
  private var state = State.cellStart
  private var cell: [UInt8] = []
  private var cellLine: Int
  private var cells: [String] = []
  private var recordLine: Int
  private var usualWidth = 0
  private var followsReturn = false

  init(_ delimiter: Delimiter, _ dialect: Dialect, line: Int) {
    self.delimiter = delimiter.byte
    self.dialect = dialect
    self.line = line
    cellLine = line
    recordLine = line
  }

  /// The next record that ends in `text`, or `nil` when all of it has been taken in.
  mutating func next(in text: [UInt8], from position: inout Int) throws(CSVError) -> Record? {
    while position < text.count {
      let byte = text[position]
      switch state {
      case .cellStart:
        if byte == Byte.lineFeed, followsReturn, cells.isEmpty {
          followsReturn = false
          position += 1
        } else {
          followsReturn = false
          cellLine = line
          state = byte == Byte.quote ? .quoted : .bare
          if byte == Byte.quote { position += 1 }
        }
      case .bare:
        if try takeBare(text, from: &position), let record = endLine(text[position - 1]) { return record }
      case .quoted:
        try takeQuoted(text, from: &position)
      case .quoteInQuoted:
        if byte == Byte.quote {
          try append(text[position...position])
          position += 1
          state = .quoted
        } else if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn {
          try endCell(String(decoding: cell, as: UTF8.self))
          position += 1
          if byte == delimiter { state = .cellStart } else if let record = endLine(byte) { return record }
        } else {
          let found = String(decoding: text[position...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1)
          throw .textAfterQuote(row: row, line: line, cell: address, found: String(found))
        }
      }
    }
    return nil
  }

  /// The record that the end of the file ends, if the file does not end with a line break.
  mutating func finish() throws(CSVError) -> Record? {
    switch state {
    case .quoted: throw .unclosedQuote(row: row, line: cellLine, cell: address)
    case .cellStart where cells.isEmpty: return nil
    case .cellStart, .bare, .quoteInQuoted:
      try endCell(String(decoding: cell, as: UTF8.self))
      return endLine(Byte.lineFeed)
    }
  }

  /// Takes the text of an unquoted cell and what ends it; true when that is a line break.
  private mutating func takeBare(_ text: [UInt8], from position: inout Int) throws(CSVError) -> Bool {
    let start = position
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      end += 1
    }
    position = end
    guard end < text.count else {
      try append(text[start..<end])
      return false
    }
    if cell.isEmpty {
      try checkSize(end - start)
      try endCell(String(decoding: text[start..<end], as: UTF8.self))
    } else {
      try append(text[start..<end])
      try endCell(String(decoding: cell, as: UTF8.self))
    }
    position += 1
    guard text[end] == delimiter else { return true }
    state = .cellStart
    return false
  }

  /// Takes the text of a quoted cell up to and including its next line break or quote.
  private mutating func takeQuoted(_ text: [UInt8], from position: inout Int) throws(CSVError) {
    let start = position
    while position < text.count {
      let byte = text[position]
      if byte == Byte.quote || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      position += 1
    }
    if position > start { followsReturn = false }
    try append(text[start..<position])
    guard position < text.count else { return }
    let byte = text[position]
    position += 1
    if byte == Byte.quote {
      followsReturn = false
      state = .quoteInQuoted
    } else {
      try append(text[position - 1..<position])
      if byte == Byte.carriageReturn || !followsReturn { line += 1 }
      followsReturn = byte == Byte.carriageReturn
    }
  }

  private mutating func endCell(_ text: String) throws(CSVError) {
    guard cells.count < dialect.maximumCells else {
      throw .tooManyCells(row: row, line: recordLine, limit: dialect.maximumCells)
    }
    if cells.isEmpty { cells.reserveCapacity(usualWidth) }
    cells.append(dialect.restoresFormulas ? FormulaEscape.restored(text) : text)
    cell.removeAll(keepingCapacity: true)
  }

  /// Moves on to the next row; the record is `nil` when the line was blank.
  private mutating func endLine(_ lineBreak: UInt8) -> Record? {
    let isBlank = state != .quoteInQuoted && cells.count == 1 && cells[0].utf8.allSatisfy(Self.isBlank)
    let record = isBlank ? nil : Record(cells: cells, row: row, line: recordLine)
    usualWidth = cells.count
    cells = []
    state = .cellStart
    followsReturn = lineBreak == Byte.carriageReturn
    row += 1
    line += 1
    recordLine = line
    return record
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.tab
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) throws(CSVError) {
    try checkSize(cell.count + bytes.count)
    cell.append(contentsOf: bytes)
  }

  private func checkSize(_ size: Int) throws(CSVError) {
    guard size <= dialect.maximumCellBytes else {
      throw .cellTooLarge(row: row, line: cellLine, cell: address, limit: dialect.maximumCellBytes)
    }
  }

  private var address: String {
    CellAddress.name(column: cells.count, row: row)
  }
}
