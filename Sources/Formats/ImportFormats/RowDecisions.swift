import CSV
import Vocabulary

/// Which rows of a file are taken: as the organiser says, or as a known form decides; and which columns hold decisions
/// that nobody has spoken of.
struct RowDecisions {
  private var only: [Int: Set<String>] = [:]
  private var skip: [Int: Set<String>] = [:]
  /// Columns of known forms, with the values of people who are in.
  private var known: [(index: Int, taken: Set<String>)] = []
  /// Columns that may hold decisions, with the rows of each value.
  private var open: [(index: Int, rows: [String: Int])] = []
  private let header: Header

  /// - Parameter ignored: Columns that nothing else is done with, but those that the organiser leaves out.
  init(
    _ header: Header, ignored: [Int], in profile: ImportProfile, _ settings: ReadingSettings
  ) throws(ImportFormatError) {
    self.header = header
    for choice in settings.only {
      let (index, value) = try choice.parts(in: header)
      only[index, default: []].insert(value)
    }
    for choice in settings.skipped {
      let (index, value) = try choice.parts(in: header)
      skip[index, default: []].insert(value)
    }
    guard profile.isSpreadsheet else { return }
    for index in ignored where only[index] == nil {
      let name = header.names[index]
      if skip[index] == nil, let taken = Self.knownValues(of: index, in: header) {
        known.append((index, taken))
      } else if DecisionWords.canName(name) {
        open.append((index, [:]))
      }
    }
  }

  /// The columns that the rows are chosen by.
  var usedColumns: Set<Int> { Set(only.keys).union(skip.keys).union(known.map(\.index)) }

  /// Why a row is passed over; nil when it is taken.
  mutating func reasonToSkip(_ row: Row) -> String? {
    for (index, values) in only where !values.contains(value(of: row, index)) { return reason(row, index) }
    for (index, values) in skip where values.contains(value(of: row, index)) { return reason(row, index) }
    for (index, taken) in known where !taken.contains(value(of: row, index)) { return reason(row, index) }
    for place in open.indices {
      // A column with very many values holds no decisions.
      guard open[place].rows.count <= 50, let text = row.text(at: open[place].index) else { continue }
      if skip[open[place].index]?.contains(ColumnChoice.folded(text)) != true {
        open[place].rows[text, default: 0] += 1
      }
    }
    return nil
  }

  /// The columns whose decisions nobody has spoken of.
  var undecided: [UndecidedColumn] {
    open.compactMap { index, rows in
      guard rows.keys.contains(where: DecisionWords.refuse) else { return nil }
      let values = rows.sorted { $0.key < $1.key }.map { UndecidedColumn.Value(text: $0.key, rows: $0.value) }
      return UndecidedColumn(column: header.names[index].asCell ?? "", values: values)
    }
  }

  private func value(of row: Row, _ index: Int) -> String { row.text(at: index).map(ColumnChoice.folded) ?? "" }

  private func reason(_ row: Row, _ index: Int) -> String {
    let column = quoted(header.names[index].asCell ?? "")
    return row.text(at: index).map { "\(column) is \(quoted($0))" } ?? "\(column) is blank"
  }

  /// The values of a known form's column that let somebody in; nil for every other column.
  private static func knownValues(of index: Int, in header: Header) -> Set<String>? {
    func has(_ names: String...) -> Bool { names.contains { header.index(of: $0) != nil } }
    switch index {
    case header.index(of: "approval_status") where has("api_id", "guest_api_id", "qr_code_url"):
      return ["", "approved", "going", "checked in"]
    case header.index(of: "Void Status") where has("Ticket Reference", "Unique Ticket URL"):
      return ["", "not voided", "active"]
    case header.index(of: "Order Status") where has("Order #", "Order no.", "Order no", "Order number"):
      return ["", "attending", "checked in", "completed", "placed", "paid"]
    default: return nil
    }
  }
}

/// A column with decisions about people that nobody has spoken of.
public struct UndecidedColumn: Equatable, Sendable {
  public struct Value: Equatable, Sendable {
    public let text: String
    public let rows: Int
  }

  public let column: String
  /// In the order of their letters; blank cells are not among them.
  public let values: [Value]

  /// Options that leave out who is not in.
  public var skipping: [ColumnChoice] { choices { DecisionWords.refuse($0) } }

  /// Options that take who is in; none where the file has no word for them.
  public var taking: [ColumnChoice] { choices { !DecisionWords.refuse($0) } }

  private func choices(_ isWanted: (String) -> Bool) -> [ColumnChoice] {
    values.filter { isWanted($0.text) }.map { ColumnChoice(column, $0.text) }
  }
}
