import CSV
import Testing

@Suite struct LimitTests {
  @Test(arguments: [1, 2, 5, 100])
  func aCellOverTheLimitIsRefused(chunk: Int) throws {
    let dialect = Dialect(maximumCellBytes: 4)
    for (text, cells) in [("a,b\n1,2345\n", 2), ("a,b\n1,\"2\"\"45\"\n", 2), ("a,b\n1,é é\n", 1)] {
      let reading = try Reading(Array(text.utf8), dialect: dialect, chunk: chunk)
      #expect(reading.records.count == cells)
    }
    for text in [
      "a,b\n1,23456\n", "a,b\n1,\"23456\"\n", "a,b\n1,\"2\n345", "a,b\n1,\"2\n\"\"\"\"3\"", "a,b\n1,\"23\n\n\n",
    ] {
      let reading = try Reading(Array(text.utf8), dialect: dialect, chunk: chunk)
      #expect(reading.error == .cellTooLarge(row: 2, line: 2, cell: "B2", limit: 4))
    }
  }

  @Test func aCellMayHaveAMebibyteUnlessSaid() throws {
    let cell = String(repeating: "x", count: 1 << 20)
    #expect(try Reading(cell).records.count == 1)
    #expect(try Reading(cell + "x").error == .cellTooLarge(row: 1, line: 1, cell: "A1", limit: 1 << 20))
  }

  @Test func aRecordOverTheLimitIsRefused() throws {
    let dialect = Dialect(maximumCells: 3)
    #expect(try Reading("a,b,c\n1,2,3,4\n", dialect: dialect).error == .tooManyCells(row: 2, line: 2, limit: 3))
    #expect(try Reading(String(repeating: ",", count: 16_383)).records.map(\.cells.count) == [16_384])
    #expect(
      try Reading(String(repeating: ",", count: 16_384)).error == .tooManyCells(row: 1, line: 1, limit: 16_384))
  }

  @Test func noLimitMakesTheReaderTrap() throws {
    for limit in [Int.min, -1, 0, .max] {
      let dialect = Dialect(maximumCellBytes: limit, maximumCells: limit)
      #expect(try Reading("a,b\n", dialect: dialect).records.count == (limit == .max ? 1 : 0))
    }
  }

  @Test func anUnclosedQuoteIsNamedWhereItOpened() throws {
    let reading = try Reading("a,\"b\nc\"\n\n1,\"2\n3,4\n5,6\n")
    #expect(reading.error == .unclosedQuote(row: 3, line: 4, cell: "B3"))
    #expect(reading.records.map(\.line) == [1])
  }

  @Test(arguments: [("x", "x"), (" ", " "), ("é", "é"), ("👩🏽", "👩")])
  func textAfterAClosingQuoteIsRefused(text: String, found: String) throws {
    let bytes = Array("a,b\n1,\"2\n\"\(text)\n".utf8)
    for chunk in [1, 2, 100] {
      let reading = try Reading(bytes, chunk: chunk)
      #expect(reading.error == .textAfterQuote(row: 2, line: 3, cell: "B2", found: found))
    }
  }
}
