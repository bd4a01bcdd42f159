import CSV
import Testing

@Suite struct PropertyTests {
  private static let pieces = [
    "a", "Zoé", "e\u{301}", "👩🏽‍💻", "\u{FEFF}", "\u{10FFFF}", "\u{7F}", "\u{1}", "名前", "sep=", "PK\u{3}\u{4}", "0",
    ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "'", "''", "=", "+", "-", "@", "\u{A0}", "\u{85}",
    "\u{2028}",
  ]

  private func randomRows(_ generator: inout SeededGenerator) -> [[String]] {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (0..<Int.random(in: 0...4, using: &generator))
          .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
      }
    }
  }

  @Test(arguments: [Delimiter.comma, .semicolon, .tab], [CSVFormat.LineEnding.lineFeed, .carriageReturnLineFeed])
  func everyTableIsReadAsItWasWritten(delimiter: Delimiter, lineEnding: CSVFormat.LineEnding) throws {
    var generator = SeededGenerator(state: 2026)
    for round in 0..<1_000 {
      let rows = randomRows(&generator)
      let isRaw = round.isMultiple(of: 4)
      let format = CSVFormat(
        delimiter: delimiter, lineEnding: lineEnding, formulas: isRaw ? .raw : .neutralised,
        hasByteOrderMark: round.isMultiple(of: 3))
      let bytes = try CSVWriter.bytes(of: rows, as: format)
      let reading = try Reading(bytes, dialect: Dialect(delimiter: delimiter, restoresFormulas: !isRaw))
      try #require(reading.error == nil)
      try #require(exact(reading.cells) == exact(rows), "round \(round)")
      if rows.first.map({ $0.count > 1 }) ?? false { try #require(Reading(bytes).delimiter == delimiter) }
    }
  }

  @Test func noWrittenCellIsAFormula() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      let bytes = try CSVWriter.bytes(of: randomRows(&generator))
      let firsts = try Reading(bytes, dialect: Dialect(delimiter: .comma)).cells.joined().compactMap(\.utf8.first)
      try #require(firsts.allSatisfy { !"=+-@\t\r".utf8.contains($0) })
    }
  }

  @Test func mutatedFilesOnlyReadOrThrow() throws {
    var generator = SeededGenerator(state: 42)
    let marks: [UInt8] = [
      0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x27, 0x2C, 0x3B, 0x3D, 0x80, 0xC3, 0xD8, 0xE2, 0xF0, 0xFF,
    ]
    var outcomes = (read: 0, refused: 0)
    for round in 0..<30_000 {
      var bytes = ChunkTests.files[round % ChunkTests.files.count]
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let byte = marks.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(byte, at: place)
        case 1 where place < bytes.count: bytes[place] = byte
        case 2 where place < bytes.count: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes += bytes.prefix(place)
        }
      }
      let encoding = round.isMultiple(of: 3) ? TextEncoding.allCases.randomElement(using: &generator) : nil
      let dialect = Dialect(encoding: encoding, restoresFormulas: true, maximumCellBytes: 20)
      let whole = try Reading(bytes, dialect: dialect)
      try #require(try Reading(bytes, dialect: dialect, chunk: round % 5 + 1) == whole, "\(bytes)")
      if whole.error == nil { outcomes.read += 1 } else { outcomes.refused += 1 }
    }
    #expect(outcomes.read > 5_000)
    #expect(outcomes.refused > 5_000)
  }
}
