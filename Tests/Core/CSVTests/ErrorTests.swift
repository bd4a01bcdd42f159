import CSV
import Testing

@Suite struct ErrorTests {
  @Test(
    arguments: [
      (CSVError.empty, "The file has no rows; export the sheet again with its header row."),
      (.workbook, "The file is a spreadsheet workbook and not CSV; open it and save it as \"CSV UTF-8\"."),
      (
        .notUTF8(offset: 1_234, line: 17),
        "Line 17 has a byte that is not UTF-8 text (byte offset 1234); save the sheet again as \"CSV UTF-8\"."
      ),
      (
        .undecodable(.windows1252, offset: 40, row: 3, line: 4),
        "Row 3 (line 4) has a byte that is not \"Windows-1252\" text (byte offset 40); "
          + "save the sheet again as \"CSV UTF-8\"."
      ),
      (
        .zeroByte(offset: 40, row: 3, line: 4),
        "Row 3 (line 4) has a zero byte, which plain text never has (byte offset 40); "
          + "save the sheet again as \"CSV UTF-8\"."
      ),
      (
        .textAfterQuote(row: 15, line: 17, cell: "E15", found: "x"),
        "Cell E15 (row 15, line 17) goes on with \"x\" after its closing quote mark; "
          + "double every quote mark that belongs to the text."
      ),
      (
        .unclosedQuote(row: 15, line: 17, cell: "E15"),
        "Cell E15 (row 15, line 17) opens a quote mark that is never closed; "
          + "add the closing quote mark or remove the opening one."
      ),
      (
        .cellTooLarge(row: 15, line: 17, cell: "E15", limit: 1_048_576),
        "Cell E15 (row 15, line 17) is longer than 1048576 bytes; shorten it, or close the quote mark that it opens."
      ),
      (
        .tooManyCells(row: 15, line: 17, limit: 16_384),
        "Row 15 (line 17) has more than 16384 cells; split the row, or check which mark separates the cells."
      ),
      (
        .duplicateColumn(first: "E-mail", firstCell: "B1", second: "e\nmail", secondCell: "D1"),
        "Columns \"E-mail\" (B1) and \"e mail\" (D1) have the same name; rename one of them."
      ),
      (
        .missingColumn("email", header: ["name", "team"]),
        "The header has no column \"email\", only \"name\", \"team\"; add the column or rename one."
      ),
      (
        .missingColumn("email", header: []),
        "The header has no column \"email\", only no columns; add the column or rename one."
      ),
      (
        .wrongWidth(row: 15, line: 17, cells: 4, header: 5),
        "Row 15 (line 17) has 4 cells, but the header has 5."
      ),
      (
        .wrongWidth(row: 2, line: 2, cells: 1, header: 5),
        "Row 2 (line 2) has 1 cell, but the header has 5."
      ),
      (.zeroCharacter(cell: "B2"), "Cell B2 has a zero character, which CSV cannot hold; remove it from the text."),
    ] as [(CSVError, String)])
  func everyErrorIsOnePlainSentence(error: CSVError, sentence: String) {
    #expect(error.sentence == sentence)
    #expect("\(error)" == sentence)
  }

  @Test func longTextsAreShortenedInASentence() {
    let names = (1...13).map { "n\($0)" }
    let listed = names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
    let long = String(repeating: "x", count: 61)
    #expect(
      CSVError.missingColumn(long, header: names).sentence
        == "The header has no column \"\(long.prefix(59))…\", only \(listed), ...; add the column or rename one.")
  }
}
