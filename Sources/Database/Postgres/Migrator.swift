import Digests

/// One numbered step of the schema. Once it has been published it is never edited; a later step mends it.
public struct Migration: Sendable {
  public let version: Int
  public let name: String
  public let script: String

  public init(version: Int, name: String, script: String) {
    self.version = version
    self.name = name
    self.script = script
  }

  var checksum: String { SHA256Digest(of: script).description }
}

/// Brings a schema from whatever version it has to the program's, step by step.
public struct Migrator: Sendable {
  /// How a database's schema stands against the program.
  public struct Status: Equatable, Sendable {
    public let found: Int
    public let known: Int

    public var isCurrent: Bool { found == known }
  }

  /// Any number that others are unlikely to take for an advisory lock.
  private static let lock = 0x64_61_74_61_6A_61_6D

  private let migrations: [Migration]

  /// - Parameter migrations: In the order in which they are run, numbered from 1 without gaps.
  public init(_ migrations: [Migration]) {
    precondition(migrations.map(\.version) == Array(1...max(1, migrations.count)).prefix(migrations.count).map(\.self))
    self.migrations = migrations
  }

  private var known: Int { migrations.count }

  /// Compares the schema with the program in one round trip.
  /// - Throws: `PostgresError` when a migration was edited after it had been run.
  public func status(in session: Session) throws -> Status {
    let exists = try session.query("SELECT to_regclass('schema_migration') IS NOT NULL").first?.first(as: Bool.self)
    guard exists == true else { return Status(found: 0, known: known) }
    let rows = try session.query("SELECT version, checksum FROM schema_migration ORDER BY version")
    for row in rows {
      let version: Int = try row["version"]
      guard version <= known else { continue }
      let migration = migrations[version - 1]
      let checksum: String = try row["checksum"]
      guard checksum == migration.checksum else { throw PostgresError(.migrationEdited(migration.name)) }
    }
    return Status(found: try rows.last?["version"] ?? 0, known: known)
  }

  /// Refuses a schema that is older or newer than the program.
  public func requireCurrent(in session: Session) throws {
    let status = try status(in: session)
    if status.found > status.known { throw PostgresError(.schemaNewer(found: status.found, known: status.known)) }
    if status.found < status.known { throw PostgresError(.schemaOlder(found: status.found, known: status.known)) }
  }

  /// Runs what is missing, each step in a transaction of its own; two programs at once take turns.
  /// - Returns: The steps that were run.
  public func migrate(in session: Session) throws -> [Migration] {
    // A step may take long, and waiting for another program's turn as well.
    try session.run(script: "SET statement_timeout = 0; SET lock_timeout = 0")
    _ = try session.query("SELECT pg_advisory_lock(\(Self.lock))")
    defer { try? session.runToItsEnd(script: "SELECT pg_advisory_unlock(\(Self.lock))") }
    try session.run(
      script: """
        CREATE SCHEMA IF NOT EXISTS \(Session.schema);
        CREATE TABLE IF NOT EXISTS schema_migration (
          version integer PRIMARY KEY,
          name text NOT NULL,
          checksum text NOT NULL,
          applied_at timestamptz NOT NULL DEFAULT clock_timestamp())
        """)
    let status = try status(in: session)
    guard status.found <= known else {
      throw PostgresError(.schemaNewer(found: status.found, known: status.known))
    }
    let missing = Array(migrations.dropFirst(status.found))
    for migration in missing { try apply(migration, in: session) }
    return missing
  }

  private func apply(_ migration: Migration, in session: Session) throws {
    try session.checkCancellation()
    try session.run(script: "BEGIN")
    do {
      try session.run(script: migration.script)
      try session.execute(
        """
        INSERT INTO schema_migration (version, name, checksum)
        VALUES (\(migration.version), \(migration.name), \(migration.checksum))
        """)
      try session.checkTransactionIsSound()
      try session.runToItsEnd(script: "COMMIT")
    } catch {
      session.rollBack()
      throw error
    }
  }
}
