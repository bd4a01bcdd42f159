import Lookup
public import Postgres
public import Vocabulary

/// The ground between a file and the features: rows wait here, in tables of one unit's own, until each feature has
/// looked at them and taken them.
public struct ImportsService: Sendable {
  /// How many records of one noun came to what.
  public struct Tally: Equatable, Sendable {
    public var created = 0
    public var updated = 0
    public var unchanged = 0

    public init(created: Int = 0, updated: Int = 0, unchanged: Int = 0) {
      self.created = created
      self.updated = updated
      self.unchanged = unchanged
    }
  }

  private let store = ImportStore()

  public init() {}

  /// Makes the tables for one file's rows, and lets other imports into the event wait until this one has ended.
  public func begin(in event: EventID, _ unit: UnitOfWork) throws {
    try store.prepare(in: unit)
    try ImportLock.take(for: event, in: unit)
    try store.makeTables(in: unit)
  }

  /// Streams rows into the table where they wait.
  public func stage(in unit: UnitOfWork, _ fill: (inout StagedRows) throws -> Void) throws {
    try unit.copyIn("staged", columns: StagedRows.columns) { writer in
      var rows = StagedRows(writer)
      try fill(&rows)
      writer = rows.writer
    }
    try store.settle(in: unit)
  }

  /// Takes out of the way what a later answer replaces.
  /// - Parameter takingLast: Whether the last row counts where the times of the answers do not tell.
  public func replaceEarlier(takingLast: Bool, in unit: UnitOfWork) throws -> [ReplacedRow] {
    try store.replaceEarlier(takingLast: takingLast, in: unit)
  }

  /// Gives the submissions that have no time one.
  public func receive(_ moment: String, in unit: UnitOfWork) throws { try store.receive(moment, in: unit) }

  /// What the features found so far, row by row.
  public func problems(in unit: UnitOfWork) throws -> [StagedProblem] { try store.problems(in: unit) }

  /// Takes the rows out of the way that cannot be taken; what else stands in them goes with them.
  public func setAsideRejected(in unit: UnitOfWork) throws { try store.setAsideRejected(in: unit) }

  /// The first and the last row that wait; nil when none does.
  public func rows(in unit: UnitOfWork) throws -> ClosedRange<Int>? { try store.rows(in: unit) }

  /// Takes all other rows out of the way; for tries that are undone.
  public func keepOnly(_ rows: ClosedRange<Int>, in unit: UnitOfWork) throws { try store.keepOnly(rows, in: unit) }

  /// Rejects rows that break a rule of the schema.
  public func refuse(_ rows: [(row: Int, rule: String)], in unit: UnitOfWork) throws {
    for (row, rule) in rows { try store.refuse(row, rule, in: unit) }
  }

  /// What the event's prizes and tracks are called, in every language.
  public func prizeNames(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try store.prizeNames(of: event, in: snapshot)
  }

  /// Writes down what this file said of each record, so that a later one sees what was edited by hand since.
  public func remember(_ source: String, of event: EventID, in unit: UnitOfWork) throws {
    try store.remember(source, of: event, in: unit)
  }

  /// Counts what the records of each noun came to.
  public func tallies(in unit: UnitOfWork) throws -> [String: Tally] { try store.tallies(in: unit) }

  /// How many rows are about somebody who asked to be erased and is left out.
  public func erasedRows(in unit: UnitOfWork) throws -> Int { try store.erasedRows(in: unit) }

  /// Counts what the rows came to, each once, by what the file is about.
  public func rowTally(in unit: UnitOfWork) throws -> Tally { try store.rowTally(in: unit) }
}
