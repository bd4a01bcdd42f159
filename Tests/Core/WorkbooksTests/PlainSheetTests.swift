import StoredZip
import Testing
import Workbooks

/// A sheet means the same whether it is read byte by byte or, because of a comment in it, by libexpat.
@Suite struct PlainSheetTests {
  private func workbook(_ rows: String, _ comment: String = "") throws -> Workbook {
    try Workbook(
      StoredZip.bytes([
        (
          "xl/workbook.xml",
          "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"
        ),
        ("xl/s.xml", "<worksheet><sheetData>\(comment)\(rows)</sheetData></worksheet>"),
        ("xl/sharedStrings.xml", "<sst><si><t>Kelp</t></si><si><t/></si><si><t>a_x0041_b</t></si></sst>"),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"),
      ]))
  }

  private func isAlike(_ rows: String) throws -> Bool {
    let (plain, general) = (try workbook(rows).sheets[0], try workbook(rows, "<!-- -->").sheets[0])
    return plain.rows == general.rows && plain.hiddenRows == general.hiddenRows
  }

  private static let values = [
    "7", "07", "-0", "0", "-0.50", "4.5", "1.0", "0.30000000000000004", "1E3", "12345678901234567", "44000.5", "x",
    "a &amp; b", "&lt;&gt;&quot;&apos;", "&#233;", "Zoë", "", " ", "a\tb\nc", "a\rb", "_x0041_", "_x000",
    "2026-05-08T00:00:00",
  ]

  private func cell(_ column: Int, _ generator: inout SystemRandomNumberGenerator) -> String {
    let value = Self.values.randomElement(using: &generator) ?? ""
    let address = Bool.random(using: &generator) ? " r=\"\(["A", "C", "AB", "abc", "ZZZZ"][column % 5])1\"" : ""
    let style = ["", " s=\"1\"", " s='0'", " s=\"99\""].randomElement(using: &generator) ?? ""
    return switch Int.random(in: 0..<9, using: &generator) {
    case 0: "<c\(address)/>"
    case 1: "<c\(address) t=\"s\"><v>\(["0", "1", "2", "3", "-1", "x"].randomElement(using: &generator) ?? "")</v></c>"
    case 2: "<c\(address)\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(value)</t></is></c>"
    case 3: "<c t=\"str\"\(address)><f>A1&amp;B1</f><v>\(value)</v></c>"
    case 4: "<c\(address) t=\"b\"><v>1</v></c>"
    case 5: "<c\(address) t='d'>\n <v>\(value)</v> </c>"
    case 6: "<c\(address) t=\"inlineStr\"><is><r><t>\(value)</t></r><r><t>b</t></r></is></c>"
    default: "<c\(address)\(style)><f t=\"shared\" si=\"0\"/><v>\(value)</v></c>"
    }
  }

  private func row(_ number: Int, _ generator: inout SystemRandomNumberGenerator) -> String {
    let given = ["", " r=\"\(number)\"", " r=\"\(number + number % 7)\""].randomElement(using: &generator) ?? ""
    let hidden =
      ["", "", " hidden=\"1\"", " hidden=\"0\"", " x14ac:dyDescent=\"1\""].randomElement(using: &generator) ?? ""
    let cells = (0..<Int.random(in: 0...4, using: &generator)).map { cell($0, &generator) }
    return cells.isEmpty ? "<row\(given)\(hidden)/>" : "<row\(given)\(hidden)>\(cells.joined())</row>\n"
  }

  @Test func `small sheets of every kind of cell`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let rows = (1...3).map { row($0, &generator) }.joined()
      #expect(try isAlike(rows), "\(rows)")
    }
  }

  @Test func `a large sheet, which two processors read, with and without numbers of rows`() throws {
    for number in [{ " r=\"\($0)\"" }, { _ in "" }, { $0 > 3000 ? "" : " r=\"\($0)\"" }, { " r=\"\(7000 - $0)\"" }]
      as [(Int) -> String]
    {
      let rows = (1...6000).map { row in
        "<row\(number(row)) spans=\"1:3\"><c s=\"1\" t=\"s\"><v>0</v></c><c><v>\(row)</v></c><c t=\"str\"><v>n\(row)</v></c></row>"
      }.joined()
      #expect(try isAlike(rows))
      #expect(try workbook(rows).sheets[0].rows.last == ["Kelp", "6000", "n6000"])
    }
  }

  @Test(arguments: [
    "<row><c><v>1</v></row>", "<row><c><v>1</c></row>", "<row><c r=\"A1><v>1</v></c></row>",
    "<row><c><v>1 & 2</v></c></row>",
    "<row><c><v>&none;</v></c></row>", "<row><c><v>\u{1}</v></c></row>", "<row><c><v>\u{FFFF}</v></c></row>", "<row>",
    "<row",
    "</row>", "<row><c r=A1><v>1</v></c></row>", "<row><c r=\"A1\"t=\"n\"><v>1</v></c></row>", "<row/",
    "<row><c><f>1</v></c></row>",
  ])
  func `what is no XML is refused as libexpat refuses it`(rows: String) throws {
    #expect(throws: WorkbookError.damaged) { try workbook(rows, "<!-- -->") }
    #expect(throws: WorkbookError.damaged) { try workbook(rows) }
  }

  @Test func `a long text that stands in very many cells is refused before it fills the memory`() throws {
    let shared = "<sst><si><t>\(String(repeating: "x", count: 1 << 10))</t></si></sst>"
    let rows = String(repeating: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", count: 300)
    let workbook = try Workbook(
      StoredZip.bytes([
        (
          "xl/workbook.xml",
          "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"
        ),
        ("xl/s.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"), ("xl/sharedStrings.xml", shared),
      ]))
    #expect(throws: WorkbookError.tooLong(limit: 500_000)) { try workbook.table(ofSheet: nil, upTo: 500_000) }
    #expect(try workbook.table(ofSheet: nil, upTo: 700_000).bytes.count > 600_000)
  }
}
