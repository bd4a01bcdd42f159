import ImportStaging
import Postgres

/// Finds the rows that a rule of the schema refuses, by trying halves of the file and undoing each try.
struct Bisection {
  private struct Undo: Error {}

  let imports: ImportsService
  let unit: UnitOfWork
  let take: () throws -> Void

  init(imports: ImportsService, unit: UnitOfWork, take: @escaping () throws -> Void) {
    self.imports = imports
    self.unit = unit
    self.take = take
  }

  /// The refused rows with the rule that each breaks.
  /// - Complexity: O(*k* log *n*) tries for *k* refused of *n* rows.
  func culprits() throws -> [(row: Int, rule: String)] {
    guard let rows = try imports.rows(in: unit) else { return [] }
    return try culprits(in: rows)
  }

  private func culprits(in rows: ClosedRange<Int>) throws -> [(row: Int, rule: String)] {
    guard let rule = try ruleBroken(by: rows) else { return [] }
    guard rows.count > 1 else { return [(rows.lowerBound, rule)] }
    let middle = (rows.lowerBound + rows.upperBound) / 2
    return try culprits(in: rows.lowerBound...middle) + culprits(in: middle + 1...rows.upperBound)
  }

  private func ruleBroken(by rows: ClosedRange<Int>) throws -> String? {
    do {
      try unit.savepoint {
        try imports.keepOnly(rows, in: unit)
        try take()
        throw Undo()
      }
    } catch is Undo {
      return nil
    } catch let error as PostgresError {
      guard let rule = error.constraint else { throw error }
      return rule
    }
    return nil
  }
}
