import Foundation
import StoredZip
import Testing
import Workbooks

/// Workbooks of Excel and LibreOffice become tables of texts, or are refused in one sentence.
@Suite struct WorkbookTests {
  private func written(_ packed: String) throws -> Workbook {
    try Workbook(Array(#require(Data(base64Encoded: packed))))
  }

  private func table(_ workbook: Workbook, _ sheet: String? = nil) throws -> (text: String, notes: [String]) {
    let table = try workbook.table(ofSheet: sheet)
    return (String(decoding: table.bytes, as: UTF8.self), table.notes)
  }

  /// A workbook of one sheet, whose rows are given as they stand in the file.
  private func office(_ rows: String, shared: String = "", styles: String = "", book: String = "") throws -> Workbook {
    try Workbook(
      StoredZip.bytes([
        (
          "xl/workbook.xml",
          "<workbook>\(book)<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"
        ),
        ("xl/s.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
        ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
        ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      ]))
  }

  @Test func `what openpyxl wrote has its texts, numbers, days and hours`() throws {
    let workbook = try written(WrittenWorkbooks.office)
    #expect(workbook.sheets.map(\.name) == ["Notes", "Scores", "Secret"])
    #expect(workbook.sheets.map(\.isHidden) == [false, false, true])
    let (text, notes) = try table(workbook)
    #expect(
      text
        == """


        Judge,Team,Idea,Demo,When
        Zoë,Boréal,7,4.5,2026-05-08
        Ann & Co,<Kelp>,0.3,1000,2026-05-08 14:30
        Bob,Tide,8,,09:30
        TRUE,,,12345678901234,

        """.replacing("\n", with: "\n"))
    #expect(notes.contains("Left out 1 line above the header."))
    #expect(notes.contains("Rows that are hidden in the workbook are read too: 1."))
  }

  @Test func `what a program for open documents wrote is read too`() throws {
    let (text, notes) = try table(written(WrittenWorkbooks.openDocument))
    #expect(text == "Judge,Team,Idea,When\n\n\n\nZoë,Boréal,7.5,2026-05-08\nAnn,,,09:30\n")
    #expect(notes == [])
  }

  @Test func `a sheet is chosen by its name, and others are named`() throws {
    let workbook = try written(WrittenWorkbooks.office)
    #expect(try table(workbook, "secret").text == "a,b\n1,2\n")
    #expect(throws: WorkbookError.noSheet("Other", known: ["Notes", "Scores", "Secret"])) {
      try table(workbook, "Other")
    }
    #expect(throws: WorkbookError.empty) { try table(workbook, "Notes") }
  }

  @Test func `cells are told by their types, wherever they stand`() throws {
    let styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d\\-mmm;@\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot;days&quot;\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>"
    let workbook = try office(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>
      <row r="3"><c t="n" s="1"><v>46150</v></c><c s="2"><v>1.5</v></c><c s="3"><v>3.5</v></c></row>
      <row r="4"><c r="A4" t="str"><f>1+1</f><v>2 &lt; 3</v></c><c r="B4" t="e"><v>#DIV/0!</v></c><c r="C4" t="b"><v>0</v></c></row>
      """, shared: "<si><t>First</t><rPh><t>x</t></rPh></si>", styles: styles)
    #expect(
      try table(workbook).text
        == "First,,inline\n\n2026-05-08,1900-01-01 12:00,3.5\n2 < 3,#DIV/0!,FALSE\n")
  }

  @Test func `days are counted from 1904 where the workbook says so`() throws {
    let rows =
      "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c s=\"0\"><v>0</v></c><c s=\"0\"><v>1.25</v></c></row>"
    let workbook = try office(
      rows, styles: "<cellXfs><xf numFmtId=\"22\"/></cellXfs>", book: "<workbookPr date1904=\"1\"/>")
    #expect(try table(workbook).text == "a,b\n1904-01-01,1904-01-02 06:00\n")
  }

  @Test func `an instant keeps its Z when another program saves the workbook`() throws {
    let cell = "<row><c t=\"str\"><v>a</v></c><c s=\"0\"><v>46150.1</v></c></row>"
    let styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\\-mm\\-dd\\Thh:mm:ss\\Z\"/></numFmts>"
    let office = try office(cell + cell, styles: styles + "<cellXfs><xf numFmtId=\"170\"/></cellXfs>")
    #expect(office.sheets[0].rows[0] == ["a", "2026-05-08T02:24:00Z"])
    let times = [
      ("2026-05-08T14:29:59.999999999", "2026-05-08T14:29:59Z"), ("2026-05-08", "2026-05-08T00:00:00Z"),
      ("2026-05-08T12:32:00", "May"), ("2026-05-08T23:59:59.7", "May"), ("", "2026-05-08T00:00:00Z"),
      ("soonT", "2026-05-08T00:00:00Z"),
    ]
    let cells = times.map {
      "<table-cell value-type=\"date\" date-value=\"\($0.0)\"><p>\($0.1)</p></table-cell><table-cell><p>-</p></table-cell>"
    }
    let open = try Workbook(
      StoredZip.bytes([("content.xml", "<a><table name=\"S\"><table-row>\(cells.joined())</table-row></table></a>")]))
    let read = open.sheets[0].rows[0].filter { $0 != "-" }
    #expect(
      read == ["2026-05-08T14:30:00Z", "2026-05-08T00:00:00Z", "2026-05-08 12:32", "2026-05-09", "", "soon "])
  }

  @Test func `what is no workbook, or one with a password, is said in one sentence`() throws {
    #expect(throws: WorkbookError.encryptedOrOld) { try Workbook([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) }
    #expect(throws: WorkbookError.damaged) { try Workbook([0x50, 0x4B, 3, 4, 1, 2, 3]) }
    #expect(throws: WorkbookError.damaged) { try Workbook(StoredZip.bytes([("word/document.xml", "<a/>")])) }
    #expect(throws: WorkbookError.damaged) { try Workbook(StoredZip.bytes([("content.xml", "<a><b></a>")])) }
    #expect(throws: WorkbookError.encryptedOrOld) {
      try Workbook(StoredZip.bytes([("content.xml", "x"), ("META-INF/manifest.xml", "<m:encryption-data/>")]))
    }
    let office = Array(try #require(Data(base64Encoded: WrittenWorkbooks.office)))
    for cut in stride(from: 4, to: office.count - 1, by: 97) {
      #expect(throws: WorkbookError.self) { try Workbook(Array(office[..<cut])) }
    }
  }

  @Test func `entities do not grow, and a column beyond the last is passed over`() throws {
    let laughs = """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>
      """
    #expect(throws: WorkbookError.damaged) { try Workbook(StoredZip.bytes([("content.xml", laughs)])) }
    let far =
      "<row><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"ZZZ1\"><v>3</v></c></row><row r=\"99999999999\"><c><v>1</v></c></row>"
    #expect(try office(far).sheets[0].rows.first == ["1", "2"])
    let repeated = """
      <a><table name="S"><table-row number-rows-repeated="9999999"><table-cell number-columns-repeated="9999999" value-type="float" \
      value="1"/></table-row></table></a>
      """
    let many = try Workbook(StoredZip.bytes([("content.xml", repeated)]))
    #expect(many.sheets[0].rows.count <= 1024 && many.sheets[0].rows[0].count <= 1024)
  }
}
