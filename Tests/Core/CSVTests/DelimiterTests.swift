import CSV
import Testing

@Suite struct DelimiterTests {
  @Test(arguments: [
    ("a,b,c\n1;2;3;4\n", Delimiter.comma),
    ("a;b;c\n1,2,3,4\n", .semicolon),
    ("a\tb\tc\n1,2\n", .tab),
    ("a\n1,2\n", .comma),
    ("a;b\r1,2\r", .semicolon),
    ("\n\r\n  \na;b\n", .semicolon),
    ("\"a,b,c\";d\n", .semicolon),
    ("\"a\n,,,,\";d\n", .semicolon),
    ("\"say \"\",,,\"\"\";d\n", .semicolon),
    ("5\" disk,b\n", .comma),
    ("name;price, EUR\n", .semicolon),
    ("name;price, EUR;team, city\n", .semicolon),
    ("name,skills; tools,team\n", .comma),
  ])
  func theHeaderLineTellsTheDelimiter(text: String, delimiter: Delimiter) throws {
    #expect(try Reading(text).delimiter == delimiter)
  }

  @Test(arguments: ["sep=;", "SEP=;"], ["\n", "\r\n", "\r"])
  func aSepLineOfExcelIsHonouredAndSkipped(declaration: String, lineBreak: String) throws {
    let reading = try Reading("\(declaration)\(lineBreak)a,b;c\(lineBreak)1;2")
    #expect(
      reading.records == [Record(cells: ["a,b", "c"], row: 1, line: 2), Record(cells: ["1", "2"], row: 2, line: 3)])
  }

  @Test func aSepLineMayNameAnyMark() throws {
    #expect(try Reading("sep=|\na|b").cells == [["a", "b"]])
    #expect(try Reading("\u{FEFF}sep=\t\na\tb,c").cells == [["a", "b,c"]])
  }

  @Test(arguments: ["sep=", "sep=x\n", "sep=;;\n", "\"sep=;\"\n"])
  func whatOnlyLooksLikeASepLineIsAHeader(text: String) throws {
    #expect(try Reading(text).records.map(\.line) == [1])
  }

  @Test func theCallersDelimiterWins() throws {
    let dialect = Dialect(delimiter: .semicolon)
    #expect(try Reading("a,b,c;d\n", dialect: dialect).cells == [["a,b,c", "d"]])
    #expect(try Reading("sep=,\na,b;c\n", dialect: dialect).cells == [["a,b", "c"]])
  }

  @Test func onlyMarksMayBeDelimiters() {
    let accepted = (UInt8.min...UInt8.max).filter { Delimiter(byte: $0) != nil }
    #expect(accepted == [0x09] + "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".utf8)
  }

  @Test func aDelimiterCanBeShown() {
    let shown = [",", ";", "\t", "|"].compactMap { $0.utf8.first }.compactMap(Delimiter.init).map(\.description)
    #expect(shown == ["comma", "semicolon", "tab", "\"|\""])
  }
}
