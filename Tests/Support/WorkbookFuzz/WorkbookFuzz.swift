import CSV
import Workbooks

/// Reads damaged workbooks, and looks whether the reader ends with tables that hold together or an error in words.
public struct WorkbookFuzz {
  /// How many files were read to the end, and how many were refused.
  public private(set) var read = 0
  public private(set) var refused = 0

  private var damage: WorkbookDamage

  public init(seed: UInt64) { damage = WorkbookDamage(seed: seed) }

  /// Tries one file more.
  /// - Throws: `Broken` when a promise is not kept.
  public mutating func step() throws {
    let bytes = damage.file()
    guard let workbook = try? Workbook(bytes) else {
      refused += 1
      return
    }
    read += 1
    let sheets = workbook.sheets.map(\.rows)
    for (sheet, rows) in zip(workbook.sheets, sheets) {
      guard rows.count <= 1_048_576, rows.allSatisfy({ $0.count <= 16_384 && $0.last != "" }) else {
        throw Broken(promise: "within the size of a sheet", bytes: bytes)
      }
      guard sheet.hiddenRows <= rows.count else {
        throw Broken(promise: "hidden rows counted once", bytes: bytes)
      }
    }
    guard read % 8 > 0 || sheets == (try? Workbook(bytes))?.sheets.map(\.rows) else {
      throw Broken(promise: "read alike twice", bytes: bytes)
    }
    if let sheet = workbook.sheets.first, let rows = sheets.first {
      try readAsTable(rows, of: sheet.name, workbook, bytes)
    }
  }

  /// Looks whether imports are given the cells of a sheet in their rows.
  private func readAsTable(_ sheet: [[String]], of name: String, _ workbook: Workbook, _ bytes: [UInt8]) throws {
    guard let table = try? workbook.table(ofSheet: name) else { return }
    let header = sheet.firstIndex { $0.count { !$0.isEmpty } > 1 } ?? 0
    var rest = table.bytes
    var reader = try CSVReader(dialect: Dialect(delimiter: .comma, restoresFormulas: true)) {
      defer { rest = [] }
      return rest
    }
    var rows = sheet.indices.dropFirst(header).filter { !sheet[$0].isEmpty }[...]
    while let record = try reader.next() {
      guard let row = rows.popFirst(), record.row == row + 1, Self.holds(record.cells, sheet[row]) else {
        throw Broken(promise: "given to imports as the sheet has it", bytes: bytes)
      }
    }
    guard rows.isEmpty else { throw Broken(promise: "given to imports whole", bytes: bytes) }
  }

  private static func holds(_ cells: [String], _ row: [String]) -> Bool {
    cells.count >= row.count && cells[row.count...].allSatisfy(\.isEmpty)
      && zip(cells, row).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }

  /// A file on which a promise was not kept.
  public struct Broken: Error {
    public let promise: String
    public let bytes: [UInt8]
  }
}
