import Archives
import CSV
import Testing
import Workbooks

/// Workbooks that are written here hold real numbers and times, and every text comes back as it was.
@Suite struct WorkbookWriterTests {
  private func sheets(
    _ tables: [(name: String, columns: [WorkbookWriter.Column], rows: [[String]])]
  ) throws -> (book: Workbook, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { push in
      var writer = try WorkbookWriter(sheets: tables.map(\.name), push: push)
      for table in tables {
        try writer.beginSheet(table.columns)
        for row in table.rows { try writer.append(row) }
      }
      try writer.finish()
    }
    return (try Workbook(bytes), bytes)
  }

  private func cells(_ columns: [WorkbookWriter.Column], _ rows: [[String]]) throws -> [[String]] {
    try sheets([("S", columns, rows)]).book.sheets[0].rows.dropFirst().map { row in
      row + Array(repeating: "", count: columns.count - row.count)
    }
  }

  /// Cells that have gone wrong in other programs.
  private static let cells = [
    "", "007", "7", "-0", "0.1", "1.50", "1e5", "+5", ".5", "5.", "12345678901234567", "-12.25", "=1+1", "+1", "-x",
    "@x",
    "'a", "a\nb", "a\r\nb", "\t", " a ", "\"q\"", "a,b;c", "é", "e\u{301}", "😀", "👩🏽‍🔬", "שלום", "_x000D_", "_x", "_",
    "\u{1}", "\u{FEFF}a", "<b>&amp;</b>", "2026-05-08", "2026-02-30", "1899-12-31", "1900-02-28", "1900-03-01",
    "2026-05-08 14:30", "2026-05-08 14:30:05", "2026-05-08 00:00", "2026-05-08T14:30:00Z", "2026-05-08T00:00:00Z",
    "2026-05-08T14:30:00", "2026-05-08T14:30:00+02:00", "14:30", "14:30:15", "24:00", "9:30", "TRUE", "yes", "NaN",
    "inf",
    "9999-12-31", "\u{FFFE}", "1/2", "1,5", "٣", "x\u{2028}y", "Z", "T", ":", "-",
  ]

  @Test(arguments: [WorkbookWriter.Kind.text, .number, .time]) func `each cell comes back in a column of each kind`(
    kind: WorkbookWriter.Kind
  ) throws {
    let rows = Self.cells.map { ["x", $0] }
    let read = try cells([.init("a"), .init("b", kind)], rows)
    for (row, found) in zip(rows, read) { #expect(found == row, "\(row)") }
  }

  @Test func `any table comes back, as a workbook and as CSV`() throws {
    var state: UInt64 = 11
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let long = String(repeating: "ab😀", count: 8000)
    for _ in 1...40 {
      let columns = (0...next(6)).map { WorkbookWriter.Column("c\($0)", [.text, .number, .time][next(3)]) }
      let rows = (0..<next(40)).map { _ in
        ["x"]
          + columns.dropFirst().map { _ in
            next(50) == 0 ? long : (0...next(2)).map { _ in Self.cells[next(Self.cells.count)] }.joined()
          }
      }
      #expect(try cells(columns, rows) == rows)
      let bytes = try CSVWriter.bytes(of: [columns.map(\.title)] + rows)
      let table = try Table(bytes: bytes, dialect: Dialect(restoresFormulas: true))
      #expect(table.records.map(\.cells) == rows)
    }
  }

  @Test func `numbers and times are typed, and texts are texts`() throws {
    let (_, bytes) = try sheets([
      (
        "S", [.init("n", .number), .init("t", .time), .init("x")],
        [["7.5", "2026-05-08", "=1+1"], ["007", "soon", "7"]]
      )
    ])
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<c r=\"A2\" s=\"0\"><v>7.5</v></c><c r=\"B2\" s=\"3\"><v>46150.0</v></c>"))
    #expect(sheet.contains("<c r=\"C2\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c>"))
    #expect(!sheet.contains("<f>"))
    for text in ["007", "soon", "7", "n"] { #expect(sheet.contains(">\(text)</t></is></c>")) }
  }

  @Test func `the header is bold and stays in view, and columns are as wide as their cells`() throws {
    let (_, bytes) = try sheets([("S", [.init("a"), .init("b")], [["x", String(repeating: "w", count: 30)]])])
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
    #expect(sheet.contains("<col min=\"1\" max=\"1\" width=\"8\" customWidth=\"1\"/>"))
    #expect(sheet.contains("<col min=\"2\" max=\"2\" width=\"32\" customWidth=\"1\"/>"))
    #expect(sheet.contains("<c r=\"A1\" s=\"1\""))
    #expect(try part("xl/styles.xml", of: bytes).contains("<font><b/>"))
  }

  @Test func `sheets have names that every program takes, each its own`() throws {
    let names = [
      "a/b", "a?b", "A-B", "'x'", "", "history", String(repeating: "n", count: 40), String(repeating: "n", count: 35),
    ]
    let read = try sheets(names.map { ($0, [.init("c")], []) }).book.sheets.map(\.name)
    #expect(
      read == [
        "a-b", "a-b (2)", "A-B (3)", "x", "Sheet", "history-", String(repeating: "n", count: 31),
        String(repeating: "n", count: 27) + " (2)",
      ])
  }

  @Test func `equal tables are equal bytes, and a sheet without rows has its header`() throws {
    let table = (name: "S", columns: [WorkbookWriter.Column("a"), .init("b", .time)], rows: [["1", "2026-05-08"]])
    #expect(try sheets([table]).bytes == sheets([table]).bytes)
    #expect(try sheets([("S", [.init("a"), .init("b")], [])]).book.sheets[0].rows == [["a", "b"]])
  }

  @Test func `what a workbook cannot hold is refused with its place`() throws {
    let most = String(repeating: "é", count: WorkbookWriter.longestText)
    #expect(try cells([.init("a")], [[most]]) == [[most]])
    #expect(throws: WorkbookError.textTooLong(sheet: "S", row: 2, column: "a", length: 32_768)) {
      try cells([.init("a")], [[most + "x"]])
    }
  }

  @Test func `rows behind those that were measured are written too`() throws {
    let rows = (0..<500).map { ["r\($0)", String($0)] }
    #expect(try cells([.init("a"), .init("b", .number)], rows) == rows)
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    var limit = 1_000_000
    let members = try Archive.members(of: bytes, .zip, upTo: &limit)
    let member = try #require(members.first { $0.name == name })
    return String(decoding: try member.contents.get(), as: UTF8.self)
  }
}
