public import Postgres
public import Vocabulary

/// Brings rows of an exported table into a new event, through a temporary table with a text in each cell.
public struct ImportedRowStore {
  private let table: ExportedTable
  private let rows: ImportedRows

  public init?(_ table: ExportedTable) {
    guard let rows = table.imported else { return nil }
    (self.table, self.rows) = (table, rows)
  }

  /// Replaces the temporary table. What does not fit a row, such as a number of another form, is the caller's to find.
  /// - Parameter next: The next row's number and its cells, in the order of the table's columns; nil at the end.
  public func stage(in unit: UnitOfWork, _ next: () throws -> (number: Int, cells: [String?])?) throws {
    let texts = table.columns.map { "\"\($0.name)\" text" }
    let folded = rows.folded.map { "\"\($0.name)\" text\($0.sources.count > 1 ? "[]" : "")" }
    let columns = (["row bigint"] + texts + folded).joined(separator: ", ")
    try unit.execute("DROP TABLE IF EXISTS exported_row")
    try unit.execute(SQL(script: "CREATE TEMPORARY TABLE exported_row (\(columns)) ON COMMIT DROP"))
    let names = ["row"] + table.columns.map(\.name) + rows.folded.map(\.name)
    let sources = rows.folded.map { column in
      column.sources.map { source in table.columns.firstIndex { $0.name == source } }
    }
    try unit.copyIn("exported_row", columns: names) { writer in
      while let row = try next() {
        writer.add(row.number)
        for cell in row.cells { writer.add(cell) }
        for (column, indices) in zip(rows.folded, sources) {
          let texts = indices.map { $0.flatMap { row.cells[$0] }.map { Self.folded($0, as: column.form) } }
          writer.add(texts.count > 1 ? Self.array(texts) : texts.first ?? nil)
        }
        try writer.endRow()
      }
    }
    try unit.execute("ANALYZE exported_row")
  }

  /// The cells that name a record which the event does not have, by row.
  public func unknownNames(
    of event: EventID, in unit: UnitOfWork
  ) throws -> [(row: Int, column: String, value: String, record: ImportedRows.Record)] {
    try rows.references.flatMap { column, record in
      try unit.rows(
        SQL(
          script: """
            SELECT r.row, r."\(column)" AS value FROM exported_row AS r
            WHERE r."\(column)" IS NOT NULL AND NOT EXISTS (
              SELECT FROM \(record.table) AS x WHERE x.event_id = \(event.rawValue) AND x.\(record.key) = r."\(column)")
            ORDER BY r.row LIMIT 100
            """)
      ).map { (row: try $0["row"], column: column, value: try $0["value"], record: record) }
    }
  }

  /// The number of the last row, 0 when there is none.
  public func lastRow(in unit: UnitOfWork) throws -> Int {
    try unit.value("SELECT COALESCE(max(row), 0) FROM exported_row") ?? 0
  }

  /// Takes the rows, or at the end of an import what would have kept other rows out.
  /// - Throws: `PostgresError` when the schema refuses a row.
  public func take(_ statements: KeyPath<ImportedRows, [String]>, of event: EventID, in unit: UnitOfWork) throws {
    for statement in rows[keyPath: statements] {
      let organiser = "(SELECT principal_id FROM principal WHERE event_id = @event ORDER BY principal_id LIMIT 1)"
      let script = statement.replacing("@organiser", with: organiser).replacing("@rows", with: "exported_row AS r")
        .replacing("@event", with: "\(event.rawValue)")
      try unit.execute(SQL(script: script))
    }
  }

  /// Whether the schema takes the rows up to one of them; everything is undone.
  public func takes(
    rowsUpTo last: Int, _ statements: KeyPath<ImportedRows, [String]>, of event: EventID, in unit: UnitOfWork
  ) throws -> Bool {
    struct Undo: Error {}
    do {
      try unit.savepoint {
        try unit.execute("DELETE FROM exported_row WHERE row > \(last)")
        try take(statements, of: event, in: unit)
        throw Undo()
      }
    } catch is Undo {
      return true
    } catch let error as PostgresError where error.isRefusal {
      return false
    }
    return true
  }

  /// The form in which a text is compared.
  private static func folded(_ text: String, as form: ImportedRows.Folded.Form) -> String {
    switch form {
    case .name: FoldedName(text).text
    case .nameWithSymbols: FoldedName(keepingSymbols: text).text
    case .address: EmailAddress(text)?.folded ?? text.lowercased()
    }
  }

  /// An array in the form of PostgreSQL's text input.
  private static func array(_ texts: [String?]) -> String {
    let elements = texts.map { text in
      text.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" } ?? "NULL"
    }
    return "{" + elements.joined(separator: ",") + "}"
  }
}

extension PostgresError {
  /// Whether a rule of the schema or the form of a value is what was wrong.
  public var isRefusal: Bool {
    guard let state = sqlState else { return false }
    return ["22", "23", "DJ"].contains(state.prefix(2))
  }
}
