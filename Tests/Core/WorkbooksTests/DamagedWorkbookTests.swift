import StoredZip
import Testing
import WorkbookFuzz
import Workbooks

/// Damaged workbooks end in tables or in an error; `scripts/fuzz` tries a million.
@Suite struct DamagedWorkbookTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no damaged workbook stops the reader`(seed: UInt64) throws {
    var fuzz = WorkbookFuzz(seed: seed)
    for _ in 0..<1_000 { try fuzz.step() }
    #expect(fuzz.read > 150 && fuzz.refused > 300)
  }

  @Test func `numbers that no program writes are no counts and no hours`() throws {
    let most = String(Int.max)
    let cells = """
      <table-cell value-type="time" time-value="PT0H\(most)M00S"><p>-</p></table-cell>
      <table-cell number-columns-repeated="-1"><p>x</p></table-cell><table-cell><p>a<s c="-9"/>b</p></table-cell>
      """
    let rows = "<table-row>\(cells)</table-row><table-row number-rows-repeated=\"-2\">\(cells)</table-row>"
    let workbook = try Workbook(
      StoredZip.bytes([("content.xml", "<a><table name=\"S\">\(rows)</table></a>")]))
    #expect(workbook.sheets[0].rows == [["-", "ab"]])
  }
}
