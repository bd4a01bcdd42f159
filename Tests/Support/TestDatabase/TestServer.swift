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

  private static let administrator = Database(administration, limit: 4, timeouts: patient)
  /// Swift Testing starts every test at once; so many databases are open at a time.
  private static let turns = Turns(12)

  private static var patient: Timeouts {
    var timeouts = Timeouts()
    timeouts.pool = 600_000
    return timeouts
  }

  /// Runs the body with an empty database of its own, dropped afterwards.
  public static func withEmptyDatabase<Result>(
    limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Result
  ) async throws -> Result {
    try await withDatabase(cloning: "template1", limit: limit, timeouts: timeouts, body)
  }

  /// Runs the body with a database cloned from a template.
  public static func withDatabase<Result>(
    cloning template: String, limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Result
  ) async throws -> Result {
    await turns.take()
    let name = "test_\(getpid())_\(UInt64.random(in: 0...UInt64.max))"
    let database = Database(administration.database(named: name), limit: limit, timeouts: timeouts)
    let result: Swift.Result<Result, any Error>
    do {
      try await run("CREATE DATABASE \(name) TEMPLATE \(template)")
      result = .success(try await body(database))
    } catch {
      result = .failure(error)
    }
    await database.close()
    try? await run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    await turns.giveBack()
    return try result.get()
  }

  private static func run(_ script: String) async throws {
    try await administrator.session { try $0.run(script: script) }
  }
}
