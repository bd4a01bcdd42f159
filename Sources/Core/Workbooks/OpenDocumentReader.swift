import XML

/// Reads the parts of an .ods file.
enum OpenDocumentReader {
  static func sheets(of parts: [String: [UInt8]]) throws(WorkbookError) -> [Workbook.Sheet] {
    if let manifest = parts["META-INF/manifest.xml"],
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw .encryptedOrOld
    }
    let listener = ContentListener()
    try XMLScanner.read(part: parts["content.xml"] ?? [], telling: listener)
    return listener.sheets
  }
}

private final class ContentListener: XMLListener {
  private(set) var sheets: [Workbook.Sheet] = []
  private var row: [String] = []
  private var rowCount = 1
  private var isHidden = false
  private var cellCount = 1
  private var value: String?
  private var paragraphs = 0
  private var shown = ""
  private var isText = false
  private var hiddenStyles: Set<String> = []
  private var style: String?
  /// Comments are texts within a cell.
  private var annotations = 0

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "style": style = attributes["name"]
    case "table-properties":
      if attributes["display"] == "false", let style { hiddenStyles.insert(style) }
    case "table":
      let isHidden = attributes["style-name"].map(hiddenStyles.contains) ?? false
      sheets.append(Workbook.Sheet(name: attributes["name"] ?? "", isHidden: isHidden, cells: SheetCells()))
    case "table-row":
      row = []
      rowCount = Self.count(attributes["number-rows-repeated"])
      isHidden = attributes["visibility"].map { $0 != "visible" } ?? false
    case "table-cell", "covered-table-cell":
      cellCount = Self.count(attributes["number-columns-repeated"])
      value = Self.value(attributes)
      (paragraphs, shown) = (0, "")
    case "annotation": annotations += 1
    case "p" where annotations == 0:
      if paragraphs > 0 { shown += "\n" }
      paragraphs += 1
      isText = true
    case "s" where isText: shown += String(repeating: " ", count: min(1000, Self.count(attributes["c"])))
    case "tab" where isText: shown += "\t"
    case "line-break" where isText: shown += "\n"
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "annotation": annotations -= 1
    case "p" where annotations == 0: isText = false
    case "table-cell", "covered-table-cell":
      let text = element == "table-cell" ? value.map { OpenDocumentTime.shown($0, as: shown) } ?? shown : ""
      // What is repeated to the end of the sheet is empty.
      let count = text.isEmpty ? min(cellCount, SheetCells.mostColumns - row.count) : min(cellCount, 1024)
      if count > 0, row.count < SheetCells.mostColumns { row += Array(repeating: text, count: count) }
    case "table-row": endRow()
    default: break
    }
  }

  func text(_ text: String) { if isText, annotations == 0 { shown += text } }

  private func endRow() {
    guard !sheets.isEmpty else { return }
    while row.last?.isEmpty == true { row.removeLast() }
    let last = sheets.count - 1
    let number = sheets[last].cells.lastNumber + pendingRows + 1
    let room = max(0, SheetCells.mostRows - number + 1)
    guard !row.isEmpty else {
      pendingRows += min(rowCount, room)
      return
    }
    pendingRows = 0
    for (place, text) in row.enumerated() { sheets[last].cells.put(text, in: place + 1) }
    sheets[last].cells.endRow(number, isHidden: isHidden, times: min(rowCount, 1024, room))
  }

  /// Empty rows, which count only when another follows.
  private var pendingRows = 0

  /// How often something is there: once unless it says otherwise; a damaged file may say a number below 0.
  private static func count(_ written: String?) -> Int { max(0, written.flatMap { Int($0) } ?? 1) }

  private static func value(_ attributes: [String: String]) -> String? {
    switch attributes["value-type"] {
    case "float", "percentage", "currency": attributes["value"].map(CellNumber.text)
    case "date": attributes["date-value"].map(OpenDocumentTime.text)
    case "time": attributes["time-value"].flatMap(OpenDocumentTime.clock)
    case "boolean": attributes["boolean-value"] == "true" ? "TRUE" : "FALSE"
    case "string": attributes["string-value"]
    default: nil
    }
  }
}
