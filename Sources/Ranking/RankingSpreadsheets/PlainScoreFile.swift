import CSV
import ScoreTables

/// A file of scores in UTF-8 whose lines are its rows and whose cells hold no quotes.
struct PlainScoreFile: Sendable {
  /// Where the rows begin, and a row near the middle of them.
  let start: Int
  let middle: Int
  private let bytes: [UInt8]
  /// So many bytes show how a file is written.
  private static let head = 1 << 17
  /// So many rows show what the columns are; all others are held against them.
  private static let sample = 200
  private let delimiter: UInt8
  private let width: Int
  private let firstRow: Int
  private let shape: ScoreTableShape
  /// How the table was read; nothing for one score a row.
  private let reading: [String]
  /// The columns that hold numbers, and those that hold nothing, in every row of the head.
  private let numbers: [Int]
  private let blanks: [Int]

  /// Looks at the header and at the first rows; nil where row by row is the safer way.
  init?(_ file: RankingFiles.File) {
    let title = file.bytes.prefix { $0 == UInt8(ascii: "\n") }.count
    guard let end = file.bytes[title...].firstIndex(of: UInt8(ascii: "\n")),
      let sampleEnd = file.bytes.prefix(Self.head).lastIndex(of: UInt8(ascii: "\n")), sampleEnd > end,
      var table = try? ScoreTableReader(Array(file.bytes[...sampleEnd]), file: file.name, columns: []), table.isUTF8,
      // A mark of the byte order, or Excel's "sep=;", stands before the first name.
      file.bytes[title...].starts(with: (table.header.names.first ?? "").utf8)
    else { return nil }
    if let long = ScoreTableShape(long: table.header) {
      (shape, reading, numbers, blanks) = (long, [], [], [])
    } else {
      var records: [Record] = []
      while records.count < Self.sample, let record = try? table.next() { records.append(record) }
      guard table.problems.isEmpty, !records.isEmpty,
        let shape = try? ScoreTableShape(of: table.header, records, ScoreTableSettings()), !shape.repeatsOthers
      else { return nil }
      let numeric = ScoreTableShape.numericColumns(of: table.header, records)
      self.shape = shape
      reading = shape.sentences(takingComments: false)
      numbers = numeric.subtracting(shape.scores).sorted()
      blanks = table.header.names.indices.filter { column in
        records.allSatisfy { column >= $0.cells.count || $0.cells[column].allSatisfy(\.isWhitespace) }
      }
    }
    bytes = file.bytes
    start = end + 1
    let half = start + (bytes.count - start) / 2
    guard let line = bytes[half...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    middle = line + 1
    delimiter = table.delimiterByte
    width = table.header.count
    firstRow = title + 2
  }

  /// The rows of a part of the file, or nil where one of them is unusual.
  func rows(_ range: Range<Int>) -> ScoreRows? {
    var rows = ScoreRows(plain: shape, reading, firstRow: firstRow)
    rows.reserve(range.count / 16)
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      var cells = [Range<Int>](repeating: 0..<0, count: width)
      return cells.withUnsafeMutableBufferPointer { cells in
        while position < range.upperBound {
          guard let next = line(bytes, from: position, cells) else { return false }
          position = next
          let row = PlainRow(bytes: bytes, cells: UnsafeBufferPointer(cells))
          guard blanks.allSatisfy({ row[$0].isEmpty }), numbers.allSatisfy({ row.number($0) != nil }), rows.append(row)
          else { return false }
        }
        return true
      }
    }
    return isPlain ? rows : nil
  }

  /// Finds the cells of a line, and returns where the next begins; nil where it has another width, a quote or a lone return.
  @inline(__always)
  private func line(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ cells: UnsafeMutableBufferPointer<Range<Int>>
  ) -> Int? {
    var (position, begin, column) = (start, start, 0)
    while position < bytes.count {
      let byte = bytes[position]
      // Letters and digits come most often.
      if byte > 0x2F, byte != delimiter {
        position &+= 1
        continue
      }
      if byte == UInt8(ascii: "\"") || byte == 0 { return nil }
      if byte == UInt8(ascii: "\r"), position + 1 == bytes.count || bytes[position + 1] != UInt8(ascii: "\n") {
        return nil
      }
      if byte == delimiter || byte == UInt8(ascii: "\n") {
        guard column < width else { return nil }
        let isReturn = byte != delimiter && position > begin && bytes[position - 1] == UInt8(ascii: "\r")
        cells[column] = begin..<(isReturn ? position - 1 : position)
        column += 1
        begin = position + 1
        if byte != delimiter { return column == width ? begin : nil }
      }
      position &+= 1
    }
    // The last line may end with the file.
    guard column == width - 1 else { return nil }
    cells[column] = begin..<position
    return position
  }
}

/// The cells of one line of a plain file.
struct PlainRow {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>
  fileprivate let cells: UnsafeBufferPointer<Range<Int>>

  @inline(__always)
  subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[column]
    guard let start = bytes.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start + cell.lowerBound, count: cell.count)
  }

  /// The number in a cell, with a point before its decimals and a digit at its end.
  @inline(__always)
  func number(_ column: Int) -> DecimalNumber? {
    let cell = self[column]
    if cell.count == 1, (0x30...0x39).contains(cell[0]) { return DecimalNumber(digit: cell[0]) }
    guard let last = cell.last, (0x30...0x39).contains(last), !cell.contains(UInt8(ascii: ",")) else { return nil }
    return DecimalNumber(utf8: cell)
  }
}
