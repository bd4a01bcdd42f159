import Archives

/// Writes an .xlsx workbook (Office Open XML, ECMA-376) sheet by sheet and row by row.
///
/// Each sheet has its header in bold in a row that stays in view. Numbers and times are such where the very text can be read
/// back from them, and texts are texts, so no cell is run as a formula. Equal tables are equal bytes. A row is held until its
/// sheet knows how wide its columns are, which takes 200 rows at most.
public struct WorkbookWriter {
  /// What the cells of a column hold.
  public enum Kind: Sendable {
    case text, number
    /// A day, an hour, both, or an instant in UTC, as ISO 8601 writes them.
    case time
  }

  public struct Column: Sendable {
    public let title: String
    public let kind: Kind

    public init(_ title: String, _ kind: Kind = .text) { (self.title, self.kind) = (title, kind) }
  }

  /// In UTF-16 units.
  public static let longestText = 32_767
  public static let mostRows = 1_048_576

  private let names: [String]
  private var zip: ZipWriter
  private var sheet: SheetWriter?
  private var begun = 0

  /// Begins a workbook of sheets with these names, which are changed where a spreadsheet program would not take them.
  /// - Parameter push: It is given the bytes in their order.
  public init(sheets: [String], push: @escaping ([UInt8]) throws -> Void) throws {
    names = SheetName.legal(sheets)
    zip = ZipWriter(push: push)
    for (name, contents) in WorkbookParts.all(sheets: names) { try add(name, contents) }
  }

  /// Begins the next sheet with its header.
  public mutating func beginSheet(_ columns: [Column]) throws {
    try endSheet()
    precondition(begun < names.count, "the workbook has no such sheet")
    try zip.begin("xl/worksheets/sheet\(begun + 1).xml")
    sheet = SheetWriter(name: names[begun], columns: columns, isFirst: begun == 0)
    begun += 1
  }

  /// Writes one row of the sheet that was begun last.
  /// - Throws: `WorkbookError.textTooLong`, `tooManyRows` and `tooLarge`; and what `push` throws.
  public mutating func append(_ cells: [String]) throws {
    guard let bytes = try sheet?.append(cells), !bytes.isEmpty else { return }
    try write(bytes)
  }

  /// Ends the workbook, after all of its sheets.
  public mutating func finish() throws {
    try endSheet()
    do { try zip.end() } catch is Archive.Refusal { throw WorkbookError.tooLarge }
  }

  private mutating func endSheet() throws {
    guard let last = sheet?.end() else { return }
    try write(last)
    sheet = nil
  }

  private mutating func add(_ name: String, _ contents: String) throws {
    try zip.begin(name)
    try write(Array(contents.utf8))
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    do { try zip.write(bytes) } catch is Archive.Refusal { throw WorkbookError.tooLarge }
  }
}

extension WorkbookWriter {
  /// The bytes of a workbook with one sheet, for tables that are held in memory.
  public static func bytes(of name: String, _ columns: [Column], _ rows: some Sequence<[String]>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withoutActuallyEscaping({ bytes += $0 }) { push in
      var writer = try WorkbookWriter(sheets: [name], push: push)
      try writer.beginSheet(columns)
      for row in rows { try writer.append(row) }
      try writer.finish()
    }
    return bytes
  }
}

extension WorkbookWriter {
  /// Whether a column of times has a time in this cell, and not a text.
  public static func isTime(_ text: String) -> Bool {
    guard case .time = TypedCell(text, as: .time) else { return false }
    return true
  }
}
