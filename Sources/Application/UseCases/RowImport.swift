import CSV
import ImportFormats
import Lookup
import Postgres
import Vocabulary

/// One kind of thing that can be imported from a table.
protocol Importer {
  associatedtype Item
  static var noun: String { get }
  /// The columns that are read, in the order in which people fill them in.
  static var columns: [ImportColumn] { get }
  /// Columns without which nothing can be taken; of each group one has to be there.
  static var needed: [[String]] { get }
  /// The columns whose cells name other records, by key or by name.
  static var references: [String: KeyNoun] { get }
  /// Whether good rows can be taken without the others.
  static var takesGoodRows: Bool { get }

  /// Reads the rows; several may make up one item, which then stands at its first row.
  func items(from rows: [ImportRow]) -> (items: [(item: Item, row: ImportRow)], problems: [ImportProblem])
  /// What tells an item from others; a file may have one item of each. Nil where it may have many.
  func identity(of item: Item) -> String?
  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome
  /// What was taken in another way than it was written.
  var remarks: [ImportRemark] { get }
  /// The keys that were made for rows without one.
  var madeKeys: [String] { get }
  /// The shifts that columns of the file stand for; nil for an importer that takes no shifts.
  var shiftForm: ShiftForm? { get }
}

extension Importer {
  static var references: [String: KeyNoun] { [:] }
  static var takesGoodRows: Bool { false }
  func identity(of item: Item) -> String? { nil }
  var remarks: [ImportRemark] { [] }
  var madeKeys: [String] { [] }
  var shiftForm: ShiftForm? { nil }
}

/// An importer whose every row is an item.
protocol RowImporter: Importer {
  /// Looks at all rows before the first is read.
  func prepare(for rows: [ImportRow])
  func item(from row: ImportRow) throws -> Item
}

extension RowImporter {
  static var takesGoodRows: Bool { true }

  func prepare(for rows: [ImportRow]) {}

  func items(from rows: [ImportRow]) -> (items: [(item: Item, row: ImportRow)], problems: [ImportProblem]) {
    prepare(for: rows)
    var items: [(item: Item, row: ImportRow)] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        items.append((try item(from: row), row))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    return (items, problems)
  }
}

extension ImportRow {
  /// What an error means for this row.
  func problem(from error: any Error) -> ImportProblem {
    if let problem = error as? ImportProblem { return problem }
    guard let explanation = (error as? any ExplainedError)?.explanation else {
      return problem(nil, nil, "The row cannot be read.")
    }
    return problem(nil, nil, explanation.sentences)
  }
}

/// Takes a whole file or nothing of it, unless its good rows are asked for.
public struct RowImport: Sendable {
  public init() {}

  /// Reads every row, names every row that cannot be taken, and keeps the rest only when there is none.
  /// - Throws: `ImportError` with the whole report; the unit must not be kept then.
  func run<Kind: Importer>(
    _ importer: Kind, _ source: ImportTable, of event: EventID, in unit: UnitOfWork
  ) throws -> ImportReport {
    let table: Table
    do {
      table = try Table(bytes: source.bytes, dialect: Dialect(restoresFormulas: true))
    } catch let error as CSVError {
      throw ImportError.unreadable(error.sentence, file: source.file)
    }
    let columns = try Self.columns(of: importer, in: table.header, source, event, unit)
    var report = ImportReport(noun: Kind.noun)
    report.reading = ImportReport.reading(table.encoding, table.delimiter)
    report.ignoredColumns = columns.ignored
    report.renamedColumns = columns.renamed.map { ImportReport.Renamed(title: $0.title, name: $0.name) }
    let records = table.records.filter { !$0.isBlank }
    report.rows = records.count
    guard !records.isEmpty else { throw ImportError.noRows(file: source.file) }
    let rows = try rows(records, columns, Kind.references, of: event, in: unit, report: &report)
    try save(importer, rows, source, of: event, in: unit, report: &report)
    report.remarks += importer.remarks
    report.notes += importer.shiftForm?.notes ?? []
    report.note(madeKeys: importer.madeKeys)
    report.problems.sort { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") }
    guard report.problems.isEmpty || source.keepsGoodRows && Kind.takesGoodRows else {
      throw ImportError.rejected(report, file: source.file)
    }
    return report
  }

  private static func columns<Kind: Importer>(
    of importer: Kind, in header: Header, _ source: ImportTable, _ event: EventID, _ unit: UnitOfWork
  ) throws -> FoundColumns {
    let map = try source.map.map { try ColumnMap($0, among: Kind.columns.map(\.name)) }
    let language = try EventSettingStore.setting(of: event, in: unit).language
    var columns = try FoundColumns(header, among: Kind.columns, map: map, in: language)
    let hasShifts = importer.shiftForm?.take(from: &columns) ?? false
    for group in Kind.needed where group.allSatisfy({ columns.index(of: $0) == nil }) {
      if hasShifts, group.contains(ImportColumn.shifts.name) { continue }
      throw ImportError.missingColumn(group[0], noun: Kind.noun, header: header.names, file: source.file)
    }
    return columns
  }

  private func rows(
    _ records: [Record], _ columns: FoundColumns, _ references: [String: KeyNoun], of event: EventID,
    in unit: UnitOfWork, report: inout ImportReport
  ) throws -> [ImportRow] {
    let known = try references.filter { columns.index(of: $0.key) != nil }
      .mapValues { try NameStore.words(of: $0, event, in: unit) }
    var rows: [ImportRow] = []
    for record in records {
      let row = ImportRow(record: record, columns: columns, known: known)
      do {
        try record.requireWidth(of: columns.header)
        rows.append(row)
      } catch {
        report.problems.append(row.problem(nil, nil, Message(error.sentence)))
      }
    }
    return rows
  }

  private func save<Kind: Importer>(
    _ importer: Kind, _ rows: [ImportRow], _ source: ImportTable, of event: EventID, in unit: UnitOfWork,
    report: inout ImportReport
  ) throws {
    var (items, problems) = importer.items(from: rows)
    var repeated = RepeatedRows(rows, takesLast: source.takesLast)
    items = repeated.single(items, noun: Kind.noun, by: importer.identity(of:))
    report.problems += problems + repeated.problems
    report.remarks += repeated.remarks
    for (item, row) in items {
      do {
        let outcome = try unit.savepoint { try importer.save(item, of: event, in: unit) }
        report.outcomes[outcome, default: 0] += 1
      } catch is ErasedPersonError {
        report.leaveOutErased(row: row.record.row)
      } catch let problem as ImportProblem {
        report.problems.append(problem)
      } catch let error as any ExplainedError where Self.isAboutTheRow(error.explanation.kind) {
        report.problems.append(row.problem(from: error))
      }
    }
  }

  /// A fault of the database or of the program ends the import; a fault of the row is put on the list.
  private static func isAboutTheRow(_ kind: Explanation.Kind) -> Bool {
    kind == .badData || kind == .refused || kind == .notFound
  }
}

extension ImportReport {
  /// How a file was read, where that was not plain.
  static func reading(_ encoding: TextEncoding, _ delimiter: Delimiter) -> String? {
    guard encoding != .utf8 || delimiter != .comma else { return nil }
    return "read as \(encoding) with \(delimiter) between the cells"
  }

  /// The columns that are not among the known ones.
  static func ignored(_ header: Header, _ known: [String]) -> [String] {
    let known = Set(known.compactMap(header.index(of:)))
    return header.names.indices.filter { !known.contains($0) }.map { header.names[$0] }.filter { !$0.isEmpty }
  }

  /// Says which keys were made.
  mutating func note(madeKeys keys: [String]) {
    guard !keys.isEmpty else { return }
    let words = keys.prefix(3).joined(separator: ", ") + (keys.count > 3 ? " and \(keys.count - 3) more" : "")
    notes.append("Rows without a key were given one (\(keys.count)): \(words). Another import of the file finds them.")
  }
}
