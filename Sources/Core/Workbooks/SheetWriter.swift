/// One sheet of a written workbook as XML.
struct SheetWriter {
  private static let rowsToMeasure = 200
  private static let widths = 8...60

  private let name: String
  private let columns: [WorkbookWriter.Column]
  private let letters: [[UInt8]]
  private let isFirst: Bool
  private var widths: [Int]
  private var rows = 1
  /// The bytes of the first rows; nil once the head is written.
  private var held: [UInt8]?

  init(name: String, columns: [WorkbookWriter.Column], isFirst: Bool) {
    self.name = name
    self.columns = columns
    self.isFirst = isFirst
    letters = columns.indices.map { Array(Self.letters(of: $0).utf8) }
    widths = columns.map { Self.width(of: $0.title) }
    var header: [UInt8] = []
    Self.open(row: 1, &header)
    for (index, column) in columns.enumerated() { text(column.title, .header, index, 1, &header) }
    Self.close(&header)
    held = header
  }

  /// The bytes that can be written now.
  mutating func append(_ cells: [String]) throws(WorkbookError) -> [UInt8] {
    rows += 1
    guard rows <= WorkbookWriter.mostRows else { throw .tooManyRows(sheet: name) }
    var bytes: [UInt8] = []
    Self.open(row: rows, &bytes)
    for (index, cell) in cells.enumerated() where !cell.isEmpty && index < columns.count {
      // A count of bytes is no less than one of UTF-16 units, and costs nothing.
      if cell.utf8.count > WorkbookWriter.longestText, cell.utf16.count > WorkbookWriter.longestText {
        throw .textTooLong(sheet: name, row: rows, column: columns[index].title, length: cell.utf16.count)
      }
      switch TypedCell(cell, as: columns[index].kind) {
      case .text(let text): self.text(text, .text, index, rows, &bytes)
      case .number(let number): value(number, .general, index, rows, &bytes)
      case .time(let serial, let format): value(serial, format, index, rows, &bytes)
      }
    }
    Self.close(&bytes)
    guard let earlier = held else { return bytes }
    for (index, cell) in cells.enumerated() where index < columns.count {
      widths[index] = max(widths[index], Self.width(of: cell))
    }
    guard rows > Self.rowsToMeasure else {
      held = earlier + bytes
      return []
    }
    held = nil
    return head + earlier + bytes
  }

  /// The last bytes.
  mutating func end() -> [UInt8] {
    let last = Array("</sheetData></worksheet>".utf8)
    guard let earlier = held else { return last }
    held = nil
    return head + earlier + last
  }

  private var head: [UInt8] {
    let selected = isFirst ? " tabSelected=\"1\"" : ""
    let columns = widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return Array(
      """
      \(WorkbookParts.declaration)<worksheet xmlns="\(WorkbookParts.namespace)"><sheetViews><sheetView\(selected) \
      workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      <selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>\
      \(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")<sheetData>
      """.utf8)
  }

  /// A width in characters with some space around them.
  private static func width(of text: String) -> Int {
    let longest = text.utf8.count <= widths.lowerBound ? text.utf8.count : longestLine(of: text)
    return min(max(longest + 2, widths.lowerBound), widths.upperBound)
  }

  private static func longestLine(of text: String) -> Int {
    text.prefix(1000).split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
  }

  private static func letters(of column: Int) -> String {
    column < 26
      ? String(UnicodeScalar(UInt8(65 + column))) : letters(of: column / 26 - 1) + letters(of: column % 26)
  }

  private static func open(row: Int, _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: "<row r=\"".utf8)
    bytes.append(contentsOf: String(row).utf8)
    bytes.append(contentsOf: "\">".utf8)
  }

  private static func close(_ bytes: inout [UInt8]) { bytes.append(contentsOf: "</row>".utf8) }

  private func open(_ format: CellFormat, _ column: Int, _ row: Int, _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: "<c r=\"".utf8)
    bytes.append(contentsOf: letters[column])
    bytes.append(contentsOf: String(row).utf8)
    bytes.append(contentsOf: "\" s=\"".utf8)
    bytes.append(contentsOf: String(format.rawValue).utf8)
  }

  private func text(_ text: String, _ format: CellFormat, _ column: Int, _ row: Int, _ bytes: inout [UInt8]) {
    open(format, column, row, &bytes)
    bytes.append(contentsOf: "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
    CellEscape.append(text, to: &bytes)
    bytes.append(contentsOf: "</t></is></c>".utf8)
  }

  private func value(_ value: String, _ format: CellFormat, _ column: Int, _ row: Int, _ bytes: inout [UInt8]) {
    open(format, column, row, &bytes)
    bytes.append(contentsOf: "\"><v>".utf8)
    bytes.append(contentsOf: value.utf8)
    bytes.append(contentsOf: "</v></c>".utf8)
  }
}
