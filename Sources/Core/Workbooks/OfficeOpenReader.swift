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
      let builder = SheetBuilder(sharing: texts.texts, styles.kinds, since1904: book.since1904)
      let cells = try cells(of: part, builder)
      sheets.append(Workbook.Sheet(name: entry.name, isHidden: entry.isHidden, cells: cells))
    }
    return sheets
  }

  private static func cells(of part: [UInt8], _ builder: SheetBuilder) throws(WorkbookError) -> SheetCells {
    if let cells = PlainSheet.cells(of: part, builder) { return cells }
    let listener = SheetListener(builder)
    try XMLScanner.read(part: part, telling: listener)
    return listener.builder.cells
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

/// What a style of cells shows.
enum StyleKind {
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
