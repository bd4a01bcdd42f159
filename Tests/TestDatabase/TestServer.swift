public import Postgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The throwaway server that `scripts/test` starts.
public enum TestServer {
  /// The server's own database, for making others.
  public static let administration: ConnectionTarget = {
    guard let address = getenv("DATAJAM_TEST_SERVER") else {
      fatalError("The tests need a server of their own. Run them by: scripts/test")
    }
    do {
      return try ConnectionTarget(String(cString: address) + " dbname=postgres")
    } catch {
      fatalError("DATAJAM_TEST_SERVER cannot be read.")
    }
  }()

  private static let administrator = Database(administration, limit: 4)

  /// Runs the body with an empty database of its own, dropped afterwards.
  public static func withEmptyDatabase<Result>(
    limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Result
  ) async throws -> Result {
    try await withDatabase(cloning: "template1", limit: limit, timeouts: timeouts, body)
  }

  /// Runs the body with a database cloned from a template.
  static func withDatabase<Result>(
    cloning template: String, limit: Int, timeouts: Timeouts, _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let name = "test_\(getpid())_\(UInt64.random(in: 0...UInt64.max))"
    try await administrator.session { session in
      try session.run(script: "CREATE DATABASE \(name) TEMPLATE \(template)")
    }
    let database = Database(administration.database(named: name), limit: limit, timeouts: timeouts)
    do {
      let result = try await body(database)
      await drop(database, name)
      return result
    } catch {
      await drop(database, name)
      throw error
    }
  }

  private static func drop(_ database: Database, _ name: String) async {
    await database.close()
    try? await administrator.session { session in
      try session.run(script: "DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }
  }
}
