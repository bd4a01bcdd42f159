import Digests

/// One numbered step of the schema. Once it has been published it is never edited; a later step mends it.
public struct Migration: Sendable {
  public let version: Int
  public let name: String
  public let script: String

  /// - Parameter script: Empty where the step consists of changes in routine files.
  public init(version: Int, name: String, script: String = "") {
    self.version = version
    self.name = name
    self.script = script
  }

  var checksum: String { SHA256Digest(of: script).description }
}

/// Functions, views and triggers with their one current definition, in a script that may run any number of times.
///
/// What a file no longer defines is dropped by a migration, and so is a view or function whose columns or arguments
/// change: PostgreSQL replaces only what keeps its form.
public struct RoutineFile: Sendable {
  public let name: String
  public let script: String

  public init(name: String, script: String) {
    self.name = name
    self.script = script
  }

  var checksum: String { SHA256Digest(of: script).description }
}

/// Brings a schema from whatever version it has to the program's.
///
/// The version of a schema is the number of its last migration, and all routine files run again after a migration. So a
/// change in a routine file comes with a migration, which may be empty. Then the version tells which of two programs is
/// newer, and an older program never puts its routines back. Different routines of the same version are refused.
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
  private let routinesForTables: [RoutineFile]
  private let routines: [RoutineFile]

  /// - Parameters:
  ///   - migrations: In the order in which they are run, numbered from 1 without gaps.
  ///   - routinesForTables: What the tables call, such as functions in constraints; run before the migrations.
  ///   - routines: All others; run after the migrations.
  public init(_ migrations: [Migration], routinesForTables: [RoutineFile] = [], routines: [RoutineFile] = []) {
    precondition(migrations.map(\.version) == Array(1...max(1, migrations.count)).prefix(migrations.count).map(\.self))
    self.migrations = migrations
    self.routinesForTables = routinesForTables
    self.routines = routines
  }

  private var known: Int { migrations.count }

  /// Compares the schema with the program.
  /// - Throws: `PostgresError` when a migration or a routine file was edited after it had been run.
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
    let status = Status(found: try rows.last?["version"] ?? 0, known: known)
    if status.isCurrent { try checkRoutines(in: session) }
    return status
  }

  private func checkRoutines(in session: Session) throws {
    var missing = Dictionary(uniqueKeysWithValues: (routinesForTables + routines).map { ($0.name, $0.checksum) })
    for row in try session.query("SELECT name, checksum FROM schema_routine ORDER BY name") {
      let name: String = try row["name"]
      guard missing.removeValue(forKey: name) == (try row["checksum"]) else {
        throw PostgresError(.migrationEdited(name))
      }
    }
    if let name = missing.keys.min() { throw PostgresError(.migrationEdited(name)) }
  }

  /// Refuses a schema that is older or newer than the program.
  public func requireCurrent(in session: Session) throws {
    let status = try status(in: session)
    if status.found > status.known { throw PostgresError(.schemaNewer(found: status.found, known: status.known)) }
    if status.found < status.known { throw PostgresError(.schemaOlder(found: status.found, known: status.known)) }
  }

  /// Runs the migrations that are missing, and all routine files with them; two programs at once take turns.
  ///
  /// All of it is one transaction: no other program sees new tables with old triggers, and after a failure the program of
  /// the older version still works. A script that PostgreSQL refuses to run inside a transaction is not possible.
  /// - Returns: The migrations that were run.
  public func migrate(in session: Session) throws -> [Migration] {
    try session.checkCancellation()
    // A migration may take long, and waiting for another program's turn as well.
    try session.run(
      script: "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
    do {
      _ = try session.query("SELECT pg_advisory_xact_lock(\(Self.lock))")
      try session.run(script: Self.records)
      let status = try status(in: session)
      guard status.found <= known else {
        throw PostgresError(.schemaNewer(found: status.found, known: status.known))
      }
      let missing = Array(migrations.dropFirst(status.found))
      if !missing.isEmpty { try run(missing, in: session) }
      try session.runToItsEnd(script: "COMMIT")
      return missing
    } catch {
      session.rollBack()
      throw error
    }
  }

  private static let records = """
    CREATE SCHEMA IF NOT EXISTS \(Session.schema);
    CREATE TABLE IF NOT EXISTS schema_migration (
      version integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp());
    COMMENT ON TABLE schema_migration IS 'The numbered steps by which this schema was built.';
    CREATE TABLE IF NOT EXISTS schema_routine (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp());
    COMMENT ON TABLE schema_routine IS 'The files of functions, views and triggers, and when they were last run.'
    """

  private func run(_ missing: [Migration], in session: Session) throws {
    for file in routinesForTables { try run(file.script, in: session) }
    for migration in missing {
      try run(migration.script, in: session)
      try session.execute(
        """
        INSERT INTO schema_migration (version, name, checksum)
        VALUES (\(migration.version), \(migration.name), \(migration.checksum))
        """)
    }
    for file in routines { try run(file.script, in: session) }
    let files = routinesForTables + routines
    try session.execute("DELETE FROM schema_routine")
    try session.execute(
      """
      INSERT INTO schema_routine (name, checksum)
      SELECT name, checksum FROM unnest(\(files.map(\.name))::text[], \(files.map(\.checksum))::text[]) AS f (name, checksum)
      """)
  }

  /// Makes the functions, views and triggers anew, and removes triggers and rules that the program does not bring.
  /// - Returns: What differs still, such as a constraint or a column that is gone.
  /// - Throws: `PostgresError` where the schema is not the program's, or a function or view cannot be replaced.
  public func restoreGuards(in session: Session) throws -> [SchemaDifference] {
    let strange = try differences(in: session).filter { $0.fault == .unknown }.map(\.name)
    try session.run(
      script: "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")
    do {
      _ = try session.query("SELECT pg_advisory_xact_lock(\(Self.lock))")
      try requireCurrent(in: session)
      try session.run(script: "SET LOCAL datajam.restores_guards = 'on'")
      for row in try session.query(SchemaDefinitions.repairs(removing: strange, in: Session.schema)) {
        try run(try row["statement"] as String, in: session)
      }
      for file in routinesForTables + routines { try run(file.script, in: session) }
      try session.runToItsEnd(script: "COMMIT")
    } catch {
      session.rollBack()
      throw error
    }
    return try differences(in: session)
  }

  /// The parts of the schema that differ from those that the program brings: functions, views, triggers, constraints, indexes and columns.
  ///
  /// The program makes its schema a second time, compares, and undoes that, so that every version of PostgreSQL writes both
  /// sides alike.
  /// - Throws: `PostgresError` where the connected role may not make a schema.
  public func differences(in session: Session) throws -> [SchemaDifference] {
    let scratch = "datajam_compared_\(UInt64.random(in: 0 ..< .max))"
    try session.run(script: "BEGIN; SET LOCAL statement_timeout = 0")
    defer { session.rollBack() }
    let found = try SchemaDefinitions(of: Session.schema, in: session)
    try session.run(script: "CREATE SCHEMA \(scratch); SET LOCAL search_path TO \(scratch)")
    for file in routinesForTables { try run(file.script, in: session) }
    for migration in migrations { try run(migration.script, in: session) }
    for file in routines { try run(file.script, in: session) }
    let role = try session.query("SHOW session_replication_role").first?.first(as: String.self)
    let settings = role == "origin" ? [] : [SchemaDifference(name: "setting session_replication_role", fault: .changed)]
    return try SchemaDefinitions(of: scratch, in: session).differences(from: found) + settings
  }

  /// Runs a script, which must leave the transaction open.
  private func run(_ script: String, in session: Session) throws {
    try session.checkCancellation()
    try session.run(script: script)
    try session.checkTransactionIsSound()
  }
}
