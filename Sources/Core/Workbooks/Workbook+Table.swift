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
  public func table(ofSheet name: String?) throws(WorkbookError) -> Table {
    let sheet = try chosen(name)
    var rows = sheet.rows
    let titles = Self.titles(of: rows)
    for index in 0..<titles { rows[index] = [] }
    let width = rows.map(\.count).max() ?? 0
    var bytes: [UInt8] = []
    do {
      for row in rows {
        bytes +=
          row.isEmpty
          ? [0x0A] : try CSVWriter.bytes(of: [row + Array(repeating: "", count: width - row.count)])
      }
    } catch {
      throw .damaged
    }
    return Table(bytes: bytes, notes: notes(on: sheet, titles, isNamed: name != nil))
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

  private static func isTable(_ sheet: Sheet) -> Bool { sheet.rows.count { !$0.isEmpty } > 1 }

  /// How many lines above the header have no more than one cell each.
  private static func titles(of rows: [[String]]) -> Int {
    let counts = rows.map { row in row.count { !$0.isEmpty } }
    guard let first = counts.firstIndex(where: { $0 > 1 }) else { return 0 }
    return first
  }

  private func notes(on sheet: Sheet, _ titles: Int, isNamed: Bool) -> [String] {
    var notes: [String] = []
    let others = sheets.filter { $0.name != sheet.name && Self.isTable($0) }
    if !isNamed, !others.isEmpty {
      notes.append(
        "Read the sheet \(quoted(sheet.name)). Others: \(others.map { quoted($0.name) }.joined(separator: ", ")) (--sheet NAME)."
      )
    }
    let filled = sheet.rows.prefix(titles).count { !$0.isEmpty }
    if filled > 0 { notes.append("Left out \(filled) \(filled == 1 ? "line" : "lines") above the header.") }
    if sheet.hiddenRows > 0 {
      notes.append("Rows that are hidden in the workbook are read too: \(sheet.hiddenRows).")
    }
    return notes
  }
}
