import XML

/// Reads the parts of an .xlsx file.
enum OfficeOpenReader {
  static func sheets(of parts: [String: [UInt8]]) throws(WorkbookError) -> [Workbook.Sheet] {
    let book = BookListener()
    try XMLScanner.read(part: parts["xl/workbook.xml"] ?? [], telling: book)
    let relations = RelationListener()
    if let part = parts["xl/_rels/workbook.xml.rels"] { try XMLScanner.read(part: part, telling: relations) }
    let texts = SharedTextListener()
    if let part = part(relations, of: "sharedStrings", in: parts) { try XMLScanner.read(part: part, telling: texts) }
    let styles = StyleListener()
    if let part = part(relations, of: "styles", in: parts) { try XMLScanner.read(part: part, telling: styles) }
    var sheets: [Workbook.Sheet] = []
    for entry in book.sheets {
      guard let target = relations.targets[entry.relation], let part = parts[path(target)] else { continue }
      let listener = SheetListener(
        Workbook.Sheet(name: entry.name, isHidden: entry.isHidden), texts.texts, styles.kinds, since1904: book.since1904
      )
      try XMLScanner.read(part: part, telling: listener)
      sheets.append(listener.sheet)
    }
    return sheets
  }

  private static func part(
    _ relations: RelationListener, of kind: String, in parts: [String: [UInt8]]
  ) -> [UInt8]? {
    relations.byKind[kind].flatMap { parts[path($0)] } ?? parts["xl/\(kind).xml"]
  }

  /// A target is written from the folder of the workbook, or from the top.
  private static func path(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

private final class BookListener: XMLListener {
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var since1904 = false

  func begin(_ element: String, _ attributes: [String: String]) {
    if element == "workbookPr" { since1904 = ["1", "true"].contains(attributes["date1904"]) }
    guard element == "sheet", let name = attributes["name"], let relation = attributes["id"] else { return }
    sheets.append((name, relation, attributes["state"].map { $0 != "visible" } ?? false))
  }

  func end(_ element: String) {}
  func text(_ text: String) {}
}

private final class RelationListener: XMLListener {
  var targets: [String: String] = [:]
  /// By the last word of their type, such as "sharedStrings".
  var byKind: [String: String] = [:]

  func begin(_ element: String, _ attributes: [String: String]) {
    guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target
    if let kind = attributes["Type"]?.split(separator: "/").last { byKind[String(kind)] = target }
  }

  func end(_ element: String) {}
  func text(_ text: String) {}
}

/// Texts that several cells share, without the readings of Japanese words.
private final class SharedTextListener: XMLListener {
  var texts: [String] = []
  private var current = ""
  private var isText = false
  private var isReading = false

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "si": current = ""
    case "t": isText = true
    case "rPh": isReading = true
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "si": texts.append(CellEscape.restored(current))
    case "t": isText = false
    case "rPh": isReading = false
    default: break
    }
  }

  func text(_ text: String) { if isText, !isReading { current += text } }
}

/// What a style of cells shows.
private enum StyleKind {
  case plain, date, universal

  init(format code: String) {
    self = CellNumber.isUniversal(format: code) ? .universal : CellNumber.isDate(format: code) ? .date : .plain
  }
}

/// Which styles of cells show a day or an hour.
private final class StyleListener: XMLListener {
  var kinds: [StyleKind] = []
  private var formats: [Int: StyleKind] = [:]
  private var isInCells = false

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        formats[id] = StyleKind(format: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      kinds.append(formats[id] ?? (CellNumber.isDate(builtIn: id) ? .date : .plain))
    default: break
    }
  }

  func end(_ element: String) { if element == "cellXfs" { isInCells = false } }
  func text(_ text: String) {}
}

/// The cells of one sheet. Of a formula the value counts that was computed last.
private final class SheetListener: XMLListener {
  private(set) var sheet: Workbook.Sheet
  private let texts: [String]
  private let styles: [StyleKind]
  private let since1904: Bool
  private var row: [String] = []
  private var rowNumber = 0
  private var isHidden = false
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false
  private var isReading = false

  /// No program writes more rows or columns.
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  init(_ sheet: Workbook.Sheet, _ texts: [String], _ styles: [StyleKind], since1904: Bool) {
    self.sheet = sheet
    self.texts = texts
    self.styles = styles
    self.since1904 = since1904
  }

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
      rowNumber = min(max(number, rowNumber + 1), Self.mostRows)
      isHidden = ["1", "true"].contains(attributes["hidden"])
      row = []
      column = 0
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "v", "t": isValue = true
    case "rPh": isReading = true
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "v", "t": isValue = false
    case "rPh": isReading = false
    case "c": take()
    case "row":
      while row.last?.isEmpty == true { row.removeLast() }
      guard !row.isEmpty else { return }
      while sheet.rows.count < rowNumber - 1 { sheet.rows.append([]) }
      guard sheet.rows.count < Self.mostRows else { return }
      sheet.rows.append(row)
      if isHidden { sheet.hiddenRows += 1 }
    default: break
    }
  }

  func text(_ text: String) { if isValue, !isReading { value += text } }

  private func take() {
    guard !value.isEmpty, (1...Self.mostColumns).contains(column) else { return }
    while row.count < column { row.append("") }
    row[column - 1] = shown
  }

  private var shown: String {
    switch type {
    case "s": Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    case "b": value == "1" ? "TRUE" : "FALSE"
    case "n": number(as: styles.indices.contains(style) ? styles[style] : .plain)
    case "inlineStr": CellEscape.restored(value)
    // Dates in words of ISO 8601.
    case "d": value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value
    default: value
    }
  }

  private func number(as kind: StyleKind) -> String {
    let date =
      switch kind {
      case .plain: String?.none
      case .date: CellNumber.date(value, since1904: since1904)
      case .universal: CellNumber.shown(value, .universal, since1904: since1904)
      }
    return date ?? CellNumber.text(value)
  }

  /// 1 for "A7", 28 for "AB3".
  private static func column(of name: String) -> Int? {
    let letters = name.utf8.prefix { (0x41...0x5A).contains($0) }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  }
}
