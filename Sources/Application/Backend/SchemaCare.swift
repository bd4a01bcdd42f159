import LocalPostgres
public import Postgres
import Schema

/// Care for the schema of the database that a configuration names.
public struct SchemaCare: Sendable {
  private let database: Database

  /// Starts the private cluster where no database is named.
  public init(_ configuration: Configuration) async throws {
    if let address = configuration.databaseAddress {
      database = Database(try ConnectionTarget(address))
    } else {
      database = Database(try await LocalCluster(environment: configuration.environment).start())
    }
  }

  public var target: ConnectionTarget { database.target }

  public func status() async throws -> Migrator.Status {
    try await database.session { try Schema.migrator.status(in: $0) }
  }

  /// Runs the steps that are missing and returns their names.
  public func migrate() async throws -> [String] {
    try await database.session { try Schema.migrator.migrate(in: $0).map(\.name) }
  }

  /// Makes the functions, views and triggers anew.
  /// - Returns: What differs from the program's schema still.
  public func restoreGuards() async throws -> [SchemaDifference] {
    try await database.session { try Schema.migrator.restoreGuards(in: $0) }
  }

  /// Removes every table of ours with everything in them; for the demonstration's own cluster only.
  public func clear() async throws {
    try await database.session { session in
      try session.run(script: "DROP SCHEMA IF EXISTS datajam CASCADE")
    }
  }
}
