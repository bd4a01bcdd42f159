extension StoredZip {
  /// What a cell of an open document holds.
  public enum OpenCell: Equatable {
    case text(String)
    case number(String)
    /// A day, or a day and an hour, as ISO 8601 writes them.
    case time(String)
  }

  /// An open document with one sheet, written as LibreOffice writes it: equal neighbours are one cell that is repeated.
  public static func openDocument(_ rows: [[OpenCell]]) -> [UInt8] {
    let table = rows.map { "<table:table-row>\(row($0))</table:table-row>" }.joined()
    return bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        "<office:document-content \(spaces)><office:body><office:spreadsheet><table:table table:name=\"S\">\(table)"
          + "</table:table></office:spreadsheet></office:body></office:document-content>"
      ),
    ])
  }

  private static let spaces = ["office", "table", "text"].map { "xmlns:\($0)=\"urn:\($0)\"" }.joined(separator: " ")

  private static func row(_ cells: [OpenCell]) -> String {
    var (written, start) = ("", 0)
    while start < cells.count {
      let end = cells[start...].firstIndex { !isSame($0, cells[start]) } ?? cells.count
      let count = end - start == 1 ? "" : " table:number-columns-repeated=\"\(end - start)\""
      written += cell(cells[start], count)
      start = end
    }
    return written
  }

  /// Texts that differ in their bytes are equal to Swift where an accent is a letter of its own.
  private static func isSame(_ one: OpenCell, _ other: OpenCell) -> Bool {
    switch (one, other) {
    case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
    default: one == other
    }
  }

  private static func cell(_ cell: OpenCell, _ count: String) -> String {
    let (type, shown): (String, String) =
      switch cell {
      case .text(let text): (text.isEmpty ? "" : " office:value-type=\"string\"", text)
      case .number(let number): (" office:value-type=\"float\" office:value=\"\(number)\"", number + " pt")
      case .time(let time):
        (" office:value-type=\"date\" office:date-value=\"\(time.replacing(" ", with: "T"))\"", "some day")
      }
    let paragraphs = shown.isEmpty ? "" : paragraphs(of: shown)
    return "<table:table-cell\(count)\(type)>\(paragraphs)</table:table-cell>"
  }

  /// A paragraph for each line; runs of spaces and tabs are elements.
  private static func paragraphs(of text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var (written, spaces) = ("", 0)
      for scalar in line {
        if scalar == " " {
          spaces += 1
          continue
        }
        if spaces > 0 { written += "<text:s text:c=\"\(spaces)\"/>" }
        spaces = 0
        written += escaped(scalar)
      }
      if spaces > 0 { written += "<text:s text:c=\"\(spaces)\"/>" }
      return "<text:p>\(written)</text:p>"
    }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\t": "<text:tab/>"
    case "\r": "&#13;"
    default: String(Character(scalar))
    }
  }
}
