import CSV
import ImportFormats
import Lookup
import Postgres
import Vocabulary

/// Reads exported tables, checks the form of each cell, and stages the rows.
///
/// Faults of all tables are gathered, so that one try names them all.
final class EventTableStager {
  private static let mostFaults = 100

  private(set) var faults: [EventImportFault] = []
  /// How many rows of the last table participants entered.
  private(set) var rowsByParticipants = 0
  private let unit: UnitOfWork

  init(_ unit: UnitOfWork) { self.unit = unit }

  /// How many rows a table has.
  func count(_ table: EventTable) throws -> Int {
    var (reader, _) = try open(table)
    var count = 0
    while try next(&reader, table) != nil { count += 1 }
    return count
  }

  /// The cells of a table with a single row, by column.
  func onlyRow(of table: EventTable) throws -> [String: String] {
    var (reader, header) = try open(table)
    guard let record = try next(&reader, table), try next(&reader, table) == nil else {
      throw EventImportError.notOneEvent(table: table.name)
    }
    return Dictionary(
      zip(header.names, record.cells).filter { !$1.isEmpty }.map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  /// Stages the rows of a table.
  /// - Parameters:
  ///   - event: The event that has what the rows name; nil before there is one.
  ///   - replacing: Cells that are given in the place of the file's.
  /// - Returns: How many rows there are.
  func stage(
    _ table: EventTable, of event: EventID?, _ store: ImportedRowStore, replacing: [(column: String, cell: String)] = []
  ) throws -> Int {
    let columns = table.noun.table.columns
    var (reader, header) = try open(table)
    let unknown = header.names.filter { name in !columns.contains { $0.name == name } }
    guard unknown.isEmpty else { throw EventImportError.unknownColumns(unknown, table: table.name) }
    let indices = columns.map { header.index(of: $0.name) }
    let by = columns.firstIndex { $0.name == "by" }
    var count = 0
    rowsByParticipants = 0
    try store.stage(in: unit) {
      guard let record = try next(&reader, table) else { return nil }
      count += 1
      var cells = indices.map { index in index.flatMap { $0 < record.cells.count ? record.cells[$0] : nil } }
        .map { $0?.isEmpty == true ? nil : $0 }
      for (column, cell) in replacing {
        if let index = columns.firstIndex(where: { $0.name == column }) { cells[index] = cell }
      }
      for (column, cell) in zip(columns, cells) {
        guard let cell, let expected = ExportedCell.fault(cell, in: column) else { continue }
        add(.init(table: table.name, row: record.row, column: column.name, value: cell, problem: .form(expected)))
      }
      if let by, cells[by] == Role.participant.rawValue { rowsByParticipants += 1 }
      return (record.row, cells)
    }
    // What a table with faults would have brought is missing, and would be named once more for each row.
    if let event, faults.isEmpty {
      for (row, column, value, record) in try store.unknownNames(of: event, in: unit) {
        add(.init(table: table.name, row: row, column: column, value: value, problem: .unknown(record.word)))
      }
    }
    return count
  }

  private func add(_ fault: EventImportFault) {
    if faults.count < Self.mostFaults { faults.append(fault) }
  }

  private func open(_ table: EventTable) throws -> (CSVReader, Header) {
    var rest = try table.bytes()
    do {
      var reader = try CSVReader(dialect: Dialect(restoresFormulas: true)) {
        defer { rest = [] }
        return rest
      }
      let header = try reader.readHeader()
      return (reader, header)
    } catch let error as CSVError {
      throw EventImportError.unreadable(error.sentence, table: table.name)
    }
  }

  private func next(_ reader: inout CSVReader, _ table: EventTable) throws -> Record? {
    do {
      return try reader.next()
    } catch let error as CSVError {
      throw EventImportError.unreadable(error.sentence, table: table.name)
    }
  }
}

/// The forms of the cells of an export.
enum ExportedCell {
  /// What a cell should be, when it is not.
  static func fault(_ cell: String, in column: ExportedTable.Column) -> String? {
    switch column.kind {
    case .text: return nil
    case .flag: return ["yes", "no"].contains(cell) ? nil : "yes or no"
    case .number: return cell == column.word || isNumber(cell) ? nil : "a number"
    case .time: return isTime(cell) ? nil : "a day or a time"
    }
  }

  private static func isNumber(_ cell: String) -> Bool {
    cell.wholeMatch(of: /-?[0-9]{1,18}(\.[0-9]{1,18})?/) != nil
  }

  private static func isTime(_ cell: String) -> Bool {
    cell.wholeMatch(of: /([0-9]{4}-[0-9]{2}-[0-9]{2})([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?)?/) != nil
      || cell.wholeMatch(of: /[0-9]{2}:[0-9]{2}/) != nil
  }
}
