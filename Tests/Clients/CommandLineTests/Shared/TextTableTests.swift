import Testing

@testable import CommandLine

/// Tables in windows of several widths.
@Suite struct TextTableTests {
  private let table = TextTable(
    header: ["rank", "team", "raw mean", "90 % ranks", "note"],
    rows: [
      ["1", "The engineers of the great lakes", "8.00", "1-2", ""],
      ["12", "Aurora", "7.43", "1-13", "provisional, tie: judges who ranked higher"],
    ], numeric: [0, 2], expendable: ["raw mean", "90 % ranks"])

  @Test func `a window with room shows each record on one line`() {
    let whole = """
      rank  team                              raw mean  90 % ranks  note
         1  The engineers of the great lakes      8.00  1-2
        12  Aurora                                7.43  1-13        provisional, tie: judges who ranked higher
      """
    #expect(table.text == whole)
    let fitted = table.fitted(to: 120)
    #expect(fitted.text == whole)
    #expect(fitted.leftOut == [])
  }

  @Test func `titles are folded first, then long cells`() {
    let fitted = table.fitted(to: 74)
    #expect(
      fitted.text == """
        rank  team                         raw  90 %   note
                                          mean  ranks
           1  The engineers of the great  8.00  1-2
              lakes
          12  Aurora                      7.43  1-13   provisional, tie: judges
                                                       who ranked higher
        """)
    #expect(fitted.leftOut == [])
  }

  @Test func `columns that may be left out are, the most expendable first`() {
    let fitted = table.fitted(to: 56)
    #expect(
      fitted.text == """
        rank  team                  90 %   note
                                    ranks
           1  The engineers of the  1-2
              great lakes
          12  Aurora                1-13   provisional, tie:
                                           judges who ranked
                                           higher
        """)
    #expect(fitted.leftOut == ["raw mean"])
  }

  @Test func `a column without a word in it goes first and is not named`() {
    let table = TextTable(
      header: ["key", "city", "members"], rows: [["aurora", "", "Ana, Bo"]], expendable: ["members"])
    let fitted = table.fitted(to: 18)
    #expect(fitted.text == "key     members\naurora  Ana, Bo")
    #expect(fitted.leftOut == [])
  }

  @Test func `a word that does not fit is kept whole`() {
    let table = TextTable(header: ["key", "link"], rows: [["a b", "https://example.org/a-long-address"]])
    #expect(
      table.fitted(to: 20).text == """
        key  link
        a b  https://example.org/a-long-address
        """)
  }
}
