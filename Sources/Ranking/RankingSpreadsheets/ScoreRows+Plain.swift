import CSV
import ScoreTables

/// A large file without anything unusual in it is read where it lies, by two processors: a cell is compared with the bytes
/// that are expected there and becomes a text only the first time. Whatever is unusual, or wrong, makes the whole file be
/// read row by row instead, with every kind of cell and every complaint.
extension ScoreRows {
  /// Below this size nobody notices the difference.
  private static let smallest = 1 << 20

  /// Reads a file.
  /// - Throws: `ScoreFileError` with every row that cannot be taken.
  static func read(
    _ file: RankingFiles.File, roster: Roster?, _ settings: ScoreTableSettings
  ) async throws -> ScoreRows {
    if settings == ScoreTableSettings(), let plain = PlainScoreFile(file, smallest: smallest) {
      async let rest = plain.rows(plain.middle..<file.bytes.count)
      if var rows = plain.rows(plain.start..<plain.middle), let rest = await rest {
        rows.append(rest)
        let strangers = roster.map { roster in rows.teams.names.contains { roster.index.known($0) == nil } } ?? false
        if !strangers { return rows }
      }
    }
    return try ScoreRows(file, roster: roster, settings)
  }
}

/// A file of scores in UTF-8 whose lines are its rows and whose cells hold no quotes.
private struct PlainScoreFile: Sendable {
  let bytes: [UInt8]
  /// Where the rows begin, and a row near the middle of them.
  let start: Int
  let middle: Int
  /// So many bytes show how a file is written.
  private static let head = 1 << 17
  private let delimiter: UInt8
  private let width: Int
  /// The columns of judge, team, criterion and score.
  private let columns: [Int]

  /// Looks at the header and at the detected form; nil where row by row is the safer way.
  init?(_ file: RankingFiles.File, smallest: Int) {
    guard file.bytes.count >= smallest, let end = file.bytes.firstIndex(of: UInt8(ascii: "\n")),
      let table = try? ScoreTableReader(
        Array(file.bytes.prefix(Self.head)), file: file.name, columns: ScoreRows.columns),
      table.isUTF8, let columns = try? ScoreRows.columns.map(table.header.requireIndex),
      // A mark of the byte order, or Excel's "sep=;", stands before the first name.
      file.bytes.starts(with: (table.header.names.first ?? "").utf8)
    else { return nil }
    bytes = file.bytes
    start = end + 1
    let half = start + (bytes.count - start) / 2
    guard let line = bytes[half...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    middle = line + 1
    delimiter = table.delimiterByte
    width = table.header.count
    self.columns = columns
  }

  /// The rows of a part of the file, or nil where one of them is unusual.
  func rows(_ range: Range<Int>) -> ScoreRows? {
    var rows = ScoreRows()
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      var cells = [Range<Int>](repeating: 0..<0, count: width)
      while position < range.upperBound {
        guard let next = line(bytes, from: position, &cells) else { return false }
        position = next
        let isTaken = rows.append(
          judge: cell(columns[0], cells, bytes), team: cell(columns[1], cells, bytes),
          criterion: cell(columns[2], cells, bytes), score: cell(columns[3], cells, bytes))
        if !isTaken { return false }
      }
      return true
    }
    return isPlain ? rows : nil
  }

  @inline(__always)
  private func cell(
    _ column: Int, _ cells: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells[column]])
  }

  /// Finds the cells of a line, and returns where the next begins; nil where it has another width, a quote or a lone return.
  @inline(__always)
  private func line(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ cells: inout [Range<Int>]) -> Int? {
    var (position, begin, column) = (start, start, 0)
    while position < bytes.count {
      let byte = bytes[position]
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
      position += 1
    }
    // The last line may end with the file.
    guard column == width - 1 else { return nil }
    cells[column] = begin..<position
    return position
  }
}
