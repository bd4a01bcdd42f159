import CSV
import Vocabulary

extension Workbook {
  /// One sheet as a CSV file, and what is worth knowing about how it was taken.
  public struct Table {
    public let bytes: [UInt8]
    public let notes: [String]
  }

  /// Takes the sheet of a name; without one, the first visible sheet with a header and rows.
  ///
  /// Lines of a title above the header are left out. Rows keep their numbers.
  /// - Parameter limit: How many bytes the table may have, since a long text may stand in very many cells.
  public func table(ofSheet name: String?, upTo limit: Int = Workbook.limit) throws(WorkbookError) -> Table {
    let sheet = try chosen(name)
    let titles = Self.titles(of: sheet.cells)
    return Table(
      bytes: try Self.csv(of: sheet.cells, without: titles, upTo: limit),
      notes: notes(on: sheet, titles, isNamed: name != nil))
  }

  /// The rows behind the titles at their numbers, as wide as the widest of them.
  private static func csv(
    of cells: SheetCells, without titles: Int, upTo limit: Int
  ) throws(WorkbookError) -> [UInt8] {
    let places = titles..<cells.numbers.count
    let width = places.reduce(0) { max($0, cells.width(at: $1)) }
    var bytes: [UInt8] = []
    var line = 1
    for place in places {
      while line < cells.numbers[place] {
        bytes.append(UInt8(ascii: "\n"))
        line += 1
      }
      var isFirst = true
      try cells.forEachText(at: place) { text throws(WorkbookError) in
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        guard text.count <= limit - bytes.count else { throw .tooLong(limit: limit) }
        do { try CSVWriter.append(cell: text, to: &bytes) } catch { throw .damaged }
      }
      let missing = width - cells.width(at: place)
      guard missing < limit - bytes.count else { throw .tooLong(limit: limit) }
      bytes += repeatElement(UInt8(ascii: ","), count: missing)
      bytes.append(UInt8(ascii: "\n"))
      line += 1
    }
    return bytes
  }

  /// A sheet as a CSV file with every row as it is, as our own workbooks have them.
  public static func bytes(of sheet: Sheet) throws(WorkbookError) -> [UInt8] {
    let width = sheet.rows.map(\.count).max() ?? 0
    do {
      return try CSVWriter.bytes(of: sheet.rows.map { $0 + Array(repeating: "", count: width - $0.count) })
    } catch {
      throw .damaged
    }
  }

  private func chosen(_ name: String?) throws(WorkbookError) -> Sheet {
    guard let name else {
      guard let sheet = sheets.first(where: { !$0.isHidden && Self.isTable($0) }) else { throw .empty }
      return sheet
    }
    let folded = FoldedName(keepingSymbols: name)
    guard
      let sheet = sheets.first(where: { $0.name == name })
        ?? sheets.first(where: { FoldedName(keepingSymbols: $0.name) == folded })
    else { throw .noSheet(name, known: sheets.map(\.name)) }
    guard Self.isTable(sheet) else { throw .empty }
    return sheet
  }

  private static func isTable(_ sheet: Sheet) -> Bool { sheet.cells.numbers.count > 1 }

  /// How many rows above the header have only one cell each.
  private static func titles(of cells: SheetCells) -> Int {
    cells.numbers.indices.first { cells.filled(at: $0) > 1 } ?? 0
  }

  private func notes(on sheet: Sheet, _ titles: Int, isNamed: Bool) -> [String] {
    var notes: [String] = []
    let others = sheets.filter { $0.name != sheet.name && Self.isTable($0) }
    if !isNamed, !others.isEmpty {
      notes.append(
        "Read the sheet \(quoted(sheet.name)). Others: \(others.map { quoted($0.name) }.joined(separator: ", ")) (--sheet NAME)."
      )
    }
    if titles > 0 { notes.append("Left out \(titles) \(titles == 1 ? "line" : "lines") above the header.") }
    if sheet.hiddenRows > 0 {
      notes.append("Rows that are hidden in the workbook are read too: \(sheet.hiddenRows).")
    }
    return notes
  }
}
