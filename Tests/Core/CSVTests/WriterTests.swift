import CSV
import Testing

@Suite struct WriterTests {
  private func text(_ rows: [[String]], _ format: CSVFormat = CSVFormat()) throws -> String {
    String(decoding: try CSVWriter.bytes(of: rows, as: format), as: UTF8.self)
  }

  @Test func plainCellsAreWrittenPlain() throws {
    #expect(try text([["name", "team"], ["Zoé", ""]]) == "name,team\nZoé,\n")
  }

  @Test func cellsThatCouldBeMisreadAreQuoted() throws {
    #expect(try text([["a,b", "a;b", "a\tb"]]) == "\"a,b\",\"a;b\",\"a\tb\"\n")
    #expect(try text([["say \"hi\"", "a\nb", "a\rb"]]) == "\"say \"\"hi\"\"\",\"a\nb\",\"a\rb\"\n")
    #expect(try text([[" a", "b ", "a b"]]) == "\" a\",\"b \",a b\n")
    #expect(
      try text([["sep=;"], [""], ["\u{FEFF}x"], ["PK\u{3}\u{4}"]])
        == "\"sep=;\"\n\"\"\n\"\u{FEFF}x\"\n\"PK\u{3}\u{4}\"\n")
  }

  @Test func theFormatSetsDelimiterLineEndingAndMark() throws {
    let pipe = try #require(Delimiter(byte: 0x7C))
    #expect(try text([["a|b", "c"]], CSVFormat(delimiter: pipe)) == "\"a|b\"|c\n")
    #expect(try Array(text([["a", "b"]], .excel).utf8) == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n".utf8))
    #expect(try Array(text([], .excel).utf8) == [0xEF, 0xBB, 0xBF])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+33", "'+33"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""),
    ("'=1", "''=1"), ("''@", "'''@"), ("'a", "'a"), ("'", "'"), ("a=1", "a=1"), ("", "\"\""),
    ("=\u{301}", "'=\u{301}"),
  ])
  func formulasAreNeutralisedAndRestored(cell: String, written: String) throws {
    #expect(try Array(text([[cell]]).utf8) == Array("\(written)\n".utf8))
    let reading = try Reading(text([[cell]]), dialect: Dialect(restoresFormulas: true))
    #expect(exact(reading.cells) == exact([[cell]]))
  }

  @Test func rawCellsAreWrittenAsTheyAre() throws {
    #expect(try text([["=1", "'=1"]], CSVFormat(formulas: .raw)) == "=1,'=1\n")
    #expect(try Reading("a\n'=1\n").cells == [["a"], ["'=1"]])
  }

  @Test func aZeroCharacterIsRefused() throws {
    let error = CSVError.zeroCharacter(cell: "B2")
    #expect(throws: error) { try CSVWriter.bytes(of: [["a", "b"], [], ["c", "d\0"]]) }
    var writer = CSVWriter { _ in }
    try writer.append(["a"])
    #expect(throws: error) { try writer.append(["c", "d\0"]) }
  }

  @Test func aRecordWithoutCellsWritesNothing() throws {
    #expect(try text([["a"], [], ["b"]]) == "a\nb\n")
  }

  @Test func theWriterHandsOutChunks() throws {
    let rows = (0..<20_000).map { ["row \($0)", "x,y"] }
    var pieces: [[UInt8]] = []
    var writer = CSVWriter(.excel) { pieces.append($0) }
    for row in rows { try writer.append(row) }
    try writer.finish()
    try writer.finish()
    #expect(pieces.count == 6)
    #expect(pieces.dropLast().allSatisfy { (65_536..<65_600).contains($0.count) })
    #expect(try pieces.flatMap { $0 } == CSVWriter.bytes(of: rows, as: .excel))
  }

  @Test func anErrorOfTheSinkIsPassedOn() throws {
    struct Full: Error {}
    var writer = CSVWriter { _ in throw Full() }
    try writer.append(["a"])
    #expect(throws: Full.self) { try writer.finish() }
  }
}
