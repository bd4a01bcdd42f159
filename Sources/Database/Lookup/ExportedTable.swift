public import Postgres
public import Vocabulary

/// One kind of data as it is handed out: its columns, and the rows of an event, one held at a time.
public struct ExportedTable: Sendable {
  /// What the cells of a column hold.
  public enum Kind: Sendable {
    case text, number
    /// A day, an hour, or an instant in UTC.
    case time
    /// "yes" or "no"; an empty cell means "no" in JSON.
    case flag
  }

  public struct Column: Sendable {
    public let name: String
    public let kind: Kind
    /// A word that some cells have in the place of a number.
    public fileprivate(set) var word: String?

    public init(_ name: String, _ kind: Kind = .text) { (self.name, self.kind) = (name, kind) }
  }

  public typealias Rows =
    @Sendable (_ event: EventID, _ snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws -> Void

  public let columns: [Column]
  /// How a new event takes the rows; nil for what it cannot take.
  public let imported: ImportedRows?
  private let rows: Rows

  public init(_ columns: [Column], imported: ImportedRows? = nil, rows: @escaping Rows) {
    (self.columns, self.imported, self.rows) = (columns, imported, rows)
  }

  /// Hands out every row, a cell for each column.
  public func each(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    try rows(event, snapshot, take)
  }
}

extension ExportedTable {
  /// How many decimals amounts of a currency have, in SQL.
  public static func decimals(of currency: String) -> String {
    let cases = Money.unusualDecimals.sorted { $0.key < $1.key }.map { "WHEN '\($0.key)' THEN \($0.value)" }
    return "(CASE \(currency) \(cases.joined(separator: " ")) ELSE 2 END)"
  }

  /// A column with the expression that gives its cells.
  public struct Selected: Sendable {
    let columns: [(column: Column, expression: String)]

    public static func text(_ name: String, _ expression: String) -> Self {
      Self(columns: [(Column(name), "(\(expression))::text")])
    }

    public static func number(_ name: String, _ expression: String) -> Self {
      Self(columns: [(Column(name, .number), "(\(expression))::text")])
    }

    /// Points and weights, which the schema holds in thousandths.
    public static func thousandths(_ name: String, _ expression: String) -> Self {
      .number(name, "trim_scale((\(expression)) / 1000.0)")
    }

    public static func flag(_ name: String, _ expression: String) -> Self {
      Self(columns: [(Column(name, .flag), "CASE (\(expression)) WHEN true THEN 'yes' WHEN false THEN 'no' END")])
    }

    public static func day(_ name: String, _ expression: String) -> Self {
      Self(columns: [(Column(name, .time), "to_char(\(expression), 'YYYY-MM-DD')")])
    }

    /// An instant, to the second.
    public static func instant(_ name: String, _ expression: String) -> Self {
      Self(columns: [(Column(name, .time), "import_time(\(expression))")])
    }

    /// An amount in whole units of its currency.
    public static func money(_ name: String, _ minorUnits: String, in currency: String) -> Self {
      let decimals = ExportedTable.decimals(of: currency)
      return .number(name, "round((\(minorUnits))::numeric / 10::numeric ^ \(decimals), \(decimals))")
    }

    /// A word in the place of the cells of some rows.
    public func instead(_ word: String, where condition: String) -> Self {
      Self(
        columns: columns.map { selected in
          var column = selected.column
          column.word = word
          return (column, "CASE WHEN \(condition) THEN '\(word)' ELSE \(selected.expression) END")
        })
    }

    /// Words with commas between them.
    public static func words(_ name: String, _ expression: String) -> Self {
      .text(name, "array_to_string(\(expression), ', ')")
    }

    /// A text in every language, a column each.
    public static func texts(_ name: String, _ expression: String) -> Self {
      Self(
        columns: Language.allCases.map { language in
          (Column("\(name)_\(language.code)"), "(\(expression)) ->> '\(language.code)'")
        })
    }
  }

  /// - Parameter source: What follows FROM, with @event in the place of the event's number.
  public init(_ selected: [Selected], from source: String, imported: ImportedRows? = nil) {
    let columns = selected.flatMap(\.columns)
    let expressions = columns.map(\.expression).joined(separator: ", ")
    self.init(columns.map(\.column), imported: imported) { event, snapshot, take in
      _ = try snapshot.rows("SELECT set_config('statement_timeout', '0', true)")
      let chosen = source.replacing("@event", with: String(event.rawValue))
      try snapshot.copyOut(SQL(script: "SELECT \(expressions) FROM \(chosen)")) { row in
        var cells: [String?] = []
        cells.reserveCapacity(columns.count)
        for _ in columns { cells.append(try row.next(String?.self)) }
        try take(cells)
      }
    }
  }
}
