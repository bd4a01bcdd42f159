import CSV
import Lookup
import Postgres
import Vocabulary

/// One kind of thing that can be imported from a table.
protocol Importer {
  associatedtype Item
  static var noun: String { get }
  static var requiredColumns: [String] { get }
  static var optionalColumns: [String] { get }
  /// The columns whose cells name other records, by key or by name.
  static var references: [String: KeyNoun] { get }

  /// Reads the rows; several may make up one item, which then stands at its first row.
  func items(from rows: [ImportRow]) -> (items: [(item: Item, row: ImportRow)], problems: [ImportProblem])
  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome
  /// What was taken in another way than it was written.
  var remarks: [ImportRemark] { get }
}

extension Importer {
  static var references: [String: KeyNoun] { [:] }
  var remarks: [ImportRemark] { [] }
}

/// An importer whose every row is an item.
protocol RowImporter: Importer {
  func item(from row: ImportRow) throws -> Item
}

extension RowImporter {
  func items(from rows: [ImportRow]) -> (items: [(item: Item, row: ImportRow)], problems: [ImportProblem]) {
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

/// Takes a whole file or nothing of it.
public struct RowImport: Sendable {
  public init() {}

  /// Reads every row, names every row that cannot be taken, and keeps the rest only when there is none.
  /// - Throws: `ImportError` with the whole report; the unit must not be kept then.
  func run<Kind: Importer>(
    _ importer: Kind, _ bytes: [UInt8], file: String, of event: EventID, in unit: UnitOfWork
  ) throws -> ImportReport {
    let table: Table
    do {
      table = try Table(bytes: bytes, dialect: Dialect(restoresFormulas: true))
      for column in Kind.requiredColumns { _ = try table.header.requireIndex(of: column) }
    } catch let error as CSVError {
      throw ImportError.unreadable(error.sentence, file: file)
    }
    var report = ImportReport(noun: Kind.noun)
    report.reading = ImportReport.reading(table.encoding, table.delimiter)
    report.ignoredColumns = ImportReport.ignored(table.header, Kind.requiredColumns + Kind.optionalColumns)
    let records = table.records.filter { !$0.isBlank }
    report.rows = records.count
    guard !records.isEmpty else { throw ImportError.noRows(file: file) }
    let known = try Kind.references.mapValues { try NameStore.words(of: $0, event, in: unit) }
    var rows: [ImportRow] = []
    for record in records {
      let row = ImportRow(record: record, header: table.header, known: known)
      do {
        try record.requireWidth(of: table.header)
        rows.append(row)
      } catch {
        report.problems.append(row.problem(nil, nil, Message(error.sentence)))
      }
    }
    try save(importer, rows, of: event, in: unit, report: &report)
    report.remarks += importer.remarks
    guard report.problems.isEmpty else {
      report.problems.sort { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") }
      throw ImportError.rejected(report, file: file)
    }
    return report
  }

  private func save<Kind: Importer>(
    _ importer: Kind, _ rows: [ImportRow], of event: EventID, in unit: UnitOfWork, report: inout ImportReport
  ) throws {
    let (items, problems) = importer.items(from: rows)
    report.problems += problems
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
}

/// The columns NAME_en, NAME_fr and NAME_es.
func localisedColumns(_ name: String) -> [String] { Language.allCases.map { "\(name)_\($0.code)" } }
