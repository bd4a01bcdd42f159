public import Access
import CSV
public import Events
import Lookup
public import Postgres
public import Vocabulary

/// One exported table of an event.
public struct EventTable: Sendable {
  public let noun: ExportNoun
  /// The name of the file, or of the sheet, for sentences.
  public let name: String
  /// Reads it as CSV.
  let bytes: @Sendable () throws -> [UInt8]

  public init(_ noun: ExportNoun, name: String, bytes: @escaping @Sendable () throws -> [UInt8]) {
    (self.noun, self.name, self.bytes) = (noun, name, bytes)
  }
}

/// What came of the import of a whole event.
public struct EventImportReport: Sendable {
  public internal(set) var slug: Slug
  public internal(set) var name: LocalizedText
  /// The kinds of data that were taken, with their rows.
  public internal(set) var taken: [(noun: ExportNoun, rows: Int)] = []
  /// The kinds that had rows and cannot be taken; each says why.
  public internal(set) var leftOut: [(noun: ExportNoun, rows: Int)] = []
  /// The phase of the event in the export, where the event gets an earlier one.
  public internal(set) var laterPhase: String?
  /// How many versions participants submitted; they are kept as entered by an organiser.
  public internal(set) var versionsByParticipants = 0
}

/// Makes a new event from everything that `export all` wrote.
public struct EventImport: Sendable {
  private let events: EventsService
  private let organisers: OrganisersService

  public init(events: EventsService, organisers: OrganisersService) {
    self.events = events
    self.organisers = organisers
  }

  /// - Parameters:
  ///   - tables: The tables of one export, in any order.
  ///   - slug: The key of the new event; nil takes the one of the export.
  /// - Throws: `EventImportError`; nothing is kept.
  public func run(_ tables: [EventTable], as slug: Slug?, in unit: UnitOfWork) throws -> EventImportReport {
    let tables = ExportNoun.all.compactMap { noun in tables.first { $0.noun.name == noun.name } }
    guard let settings = tables.first(where: { $0.noun.name == ExportNoun.event.name }) else {
      throw EventImportError.withoutEvent
    }
    let stager = EventTableStager(unit)
    var (event, report) = try begin(settings, as: slug, stager, in: unit)
    for table in tables where table.noun.table.imported == nil {
      let rows = try stager.count(table)
      if rows > 0 { report.leftOut.append((table.noun, rows)) }
    }
    for table in tables {
      guard let store = ImportedRowStore(table.noun.table), table.noun.name != settings.noun.name else { continue }
      let rows = try stager.stage(table, of: event, store)
      if table.noun.name == "submission-version" { report.versionsByParticipants = stager.rowsByParticipants }
      if rows > 0 { report.taken.append((table.noun, rows)) }
      guard stager.faults.isEmpty else { continue }
      try take(\.statements, table, store, of: event, in: unit)
    }
    guard stager.faults.isEmpty else { throw EventImportError.rejected(stager.faults) }
    // What closes a record comes after what is in it: sheets before their round, the event last.
    for table in tables.reversed() {
      guard let store = ImportedRowStore(table.noun.table), table.noun.table.imported?.lastStatements.isEmpty == false
      else { continue }
      _ = try stager.stage(table, of: event, store, replacing: [("slug", report.slug.text)])
      try take(\.lastStatements, table, store, of: event, in: unit)
    }
    try events.recordImport(of: report.slug, event, report.taken.map { ($0.noun.fileName, $0.rows) }, in: unit)
    return report
  }

  /// Adds the event with its settings and its first organiser.
  private func begin(
    _ settings: EventTable, as slug: Slug?, _ stager: EventTableStager, in unit: UnitOfWork
  ) throws -> (EventID, EventImportReport) {
    guard let store = ImportedRowStore(settings.noun.table) else { throw EventImportError.withoutEvent }
    let given = try stager.onlyRow(of: settings)
    guard let key = try slug ?? given["slug"].map({ try Slug($0) }) else { throw EventImportError.withoutEvent }
    _ = try stager.stage(settings, of: nil, store, replacing: [("slug", key.text)])
    guard stager.faults.isEmpty else { throw EventImportError.rejected(stager.faults) }
    let event: EventID
    do {
      event = try unit.savepoint {
        try events.addImported(as: key, zone: given["tz"] ?? "", in: unit) { try organisers.found($0, in: unit) }
      }
    } catch let error as PostgresError where error.isRefusal {
      throw EventImportError.refused(table: settings.name, row: 2, RowRefusal(error))
    }
    var report = EventImportReport(slug: key, name: try events.find(key.text, in: unit).event.name)
    if let phase = given["phase"].flatMap(Phase.init(rawValue:)), phase > EventExportStore.latestImported {
      report.laterPhase = phase.rawValue
    }
    return (event, report)
  }

  private func take(
    _ statements: KeyPath<ImportedRows, [String]>, _ table: EventTable, _ store: ImportedRowStore,
    of event: EventID, in unit: UnitOfWork
  ) throws {
    do {
      try unit.savepoint { try store.take(statements, of: event, in: unit) }
    } catch let error as PostgresError where error.isRefusal {
      let row = try firstRefusedRow(of: table, statements, store, of: event, in: unit)
      throw EventImportError.refused(table: table.name, row: row, RowRefusal(error))
    }
  }

  /// The first row that the schema refuses.
  /// - Complexity: O(log *n*) tries for *n* rows.
  private func firstRefusedRow(
    of table: EventTable, _ statements: KeyPath<ImportedRows, [String]>, _ store: ImportedRowStore, of event: EventID,
    in unit: UnitOfWork
  ) throws -> Int {
    var (taken, refused) = (0, try store.lastRow(in: unit))
    while refused - taken > 1 {
      let middle = (taken + refused) / 2
      if try store.takes(rowsUpTo: middle, statements, of: event, in: unit) { taken = middle } else { refused = middle }
    }
    return refused
  }
}
