import Foundation
import LocalPostgres
import Postgres

/// What every import is measured against: `\copy`, in the order of foreign keys and in one transaction, of all the rows
/// that our import left, into the same tables as they were before, with their triggers and constraints.
struct ImportYardstick {
  /// The database as it stands before each round.
  private static let ready = "import_ready"
  private static let round = "import_round"

  let bench: Workbench
  let program: String
  /// The tables into which the import writes, each after those to which it refers.
  let tables: [String]

  /// Makes the database in which every round begins.
  /// - Parameters:
  ///   - steps: The arguments of the program, one list for each run.
  ///   - script: SQL that is run afterwards, for what would take the program long.
  func prepare(_ steps: [[String]], script: String? = nil) throws {
    try bench.psql(["-c", "DROP DATABASE IF EXISTS \(Self.ready)", "-c", "CREATE DATABASE \(Self.ready)"])
    for step in [["db", "migrate"]] + steps { try run(step, in: Self.ready) }
    if let script { try bench.psql(["-1", "-v", "ON_ERROR_STOP=1", "-c", script], in: Self.ready) }
  }

  /// Imports into the prepared database, and keeps what that left for the yardstick.
  func ours(_ arguments: [String]) throws -> MeasuredRun {
    try reset()
    let before = try bench.psql(["-A", "-t", "-c", "SELECT pg_current_xact_id()"]).trimmingCharacters(in: .newlines)
    let run = try MeasuredRun(program, arguments, environment: [Self.address: address(of: Self.round)])
    for table in tables {
      // Rows of earlier transactions were there before.
      try bench.psql(
        [
          "-c", "\\copy (SELECT * FROM datajam.\(table) WHERE xmin::text::bigint > \(before)) TO '\(file(table))'",
        ], in: Self.round)
    }
    return run
  }

  /// - Returns: The seconds that `\copy` takes for what the last import left.
  func yardstick() async throws -> Double {
    try reset()
    let copies = tables.flatMap { ["-c", "\\copy \($0) FROM '\(file($0))'"] }
    return try await seconds {
      try bench.psql(["-1", "-c", "SET search_path TO datajam"] + copies, in: Self.round)
    }
  }

  private static let address = "DATAJAM_DATABASE_URL"

  private func file(_ table: String) -> String { "\(bench.folder)/\(table).tsv" }

  private func address(of database: String) -> String {
    "host=\(bench.cluster.home.socketFolder) user=datajam dbname=\(database)"
  }

  private func run(_ arguments: [String], in database: String) throws {
    try Command(path: program, arguments: arguments, environment: [Self.address: address(of: database)]).run()
  }

  private func reset() throws {
    try bench.psql([
      "-c", "DROP DATABASE IF EXISTS \(Self.round)", "-c", "CREATE DATABASE \(Self.round) TEMPLATE \(Self.ready)",
      "-c", "CHECKPOINT",
    ])
  }
}
