import CSV
import Testing

@Suite struct RecordTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineBreakEndsARecord(lineBreak: String) throws {
    let reading = try Reading(["a,b", "1,2", "3,4"].joined(separator: lineBreak))
    #expect(
      reading.records == [
        Record(cells: ["a", "b"], row: 1, line: 1),
        Record(cells: ["1", "2"], row: 2, line: 2),
        Record(cells: ["3", "4"], row: 3, line: 3),
      ])
    #expect(reading.error == nil)
  }

  @Test func theLastLineNeedsNoLineBreak() throws {
    #expect(try Reading("a,b\n1,2").cells == Reading("a,b\n1,2\n").cells)
    #expect(try Reading("a,b\n1,").cells == [["a", "b"], ["1", ""]])
    #expect(try Reading("a\n\"\"").cells == [["a"], [""]])
  }

  @Test(arguments: [("\n", 2), ("\r\n", 2), ("\r", 2), ("\n\n", 3), ("\r\r", 3), ("\n\r", 3)])
  func aCellMayHoldALineBreak(lineBreak: String, lines: Int) throws {
    let reading = try Reading("a,\"x\(lineBreak)y\"\n1,2")
    #expect(exact(reading.cells) == exact([["a", "x\(lineBreak)y"], ["1", "2"]]))
    #expect(reading.records.map(\.row) == [1, 2])
    #expect(reading.records.map(\.line) == [1, lines + 1])
  }

  @Test func aLineFeedAfterAQuotedReturnIsALineOfItsOwn() throws {
    let reading = try Reading("a\n\"x\r\"\n\"y\r\"\"\n\"\nz")
    #expect(exact(reading.cells) == exact([["a"], ["x\r"], ["y\r\"\n"], ["z"]]))
    #expect(reading.records.map(\.line) == [1, 2, 4, 7])
  }

  @Test func quotesMayHoldDelimitersAndDoubledQuotes() throws {
    #expect(try Reading("\"a,b\",\"say \"\"hi\"\"\",\"\",\"\"\"\"").cells == [["a,b", "say \"hi\"", "", "\""]])
  }

  @Test func aQuoteInsideACellIsText() throws {
    #expect(try Reading("a\"b\",c \"d\"\n1\",2").cells == [["a\"b\"", "c \"d\""], ["1\"", "2"]])
  }

  @Test func blankLinesAreSkippedButCounted() throws {
    let reading = try Reading("\n \t\na,b\r\n\r\n1,2\n,\n\n")
    #expect(
      reading.records == [
        Record(cells: ["a", "b"], row: 3, line: 3),
        Record(cells: ["1", "2"], row: 5, line: 5),
        Record(cells: ["", ""], row: 6, line: 6),
      ])
    #expect(reading.records.map(\.isBlank) == [false, false, true])
  }

  @Test func aQuotedBlankCellIsARecord() throws {
    #expect(try Reading("a\n\"\"\n\" \"\n").cells == [["a"], [""], [" "]])
  }

  @Test func spacesAroundTextAreKept() throws {
    #expect(try Reading(" a , b\n").cells == [[" a ", " b"]])
  }

  @Test func aFileWithoutARecordGivesNone() throws {
    for text in ["", "\n", "\r\n\r\n", "  \n\t", "\u{FEFF}", "sep=;", "sep=;\n"] {
      let reading = try Reading(text)
      #expect(reading.records.isEmpty, "\(text.debugDescription)")
      #expect(reading.error == nil)
    }
  }

  @Test func recordsMayBeLongerAndShorterThanTheHeader() throws {
    #expect(try Reading("a,b\n1\n1,2,3").cells == [["a", "b"], ["1"], ["1", "2", "3"]])
  }

  @Test(arguments: [(0, "A7"), (4, "E7"), (25, "Z7"), (26, "AA7"), (701, "ZZ7"), (702, "AAA7"), (-1, "A7")])
  func aCellIsNamedLikeInASpreadsheet(index: Int, name: String) {
    #expect(Record(cells: [], row: 7, line: 9).nameOfCell(at: index) == name)
  }

  @Test func aReaderThatFailedFailsAgain() throws {
    var reader = try CSVReader(pull: chunks(Array("a\n\"b\"c\nd".utf8), of: 3))
    #expect(try reader.next()?.cells == ["a"])
    let error = CSVError.textAfterQuote(row: 2, line: 2, cell: "A2", found: "c")
    #expect(throws: error) { try reader.next() }
    #expect(throws: error) { try reader.next() }
  }

  @Test func aReaderAtTheEndStaysThere() throws {
    var reader = try CSVReader(pull: chunks(Array("a".utf8), of: 3))
    #expect(try reader.next()?.cells == ["a"])
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test func anErrorOfTheSourceIsPassedOn() throws {
    struct Unplugged: Error {}
    #expect(throws: Unplugged.self) { try CSVReader { throw Unplugged() } }
    var pieces = [Array(repeating: UInt8(0x61), count: 70_000), []]
    var reader = try CSVReader {
      let piece = pieces.removeFirst()
      if piece.isEmpty { throw Unplugged() }
      return piece
    }
    #expect(throws: Unplugged.self) { try reader.next() }
  }
}
