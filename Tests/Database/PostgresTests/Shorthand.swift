import Postgres
import Synchronization
import TestDatabase
import Testing
import Vocabulary

/// Runs the body with a database of its own in which the script has made its tables.
func withTables(
  _ script: String = "", limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Void
) async throws {
  try await TestServer.withEmptyDatabase(limit: limit, timeouts: timeouts) { database in
    try await database.run("CREATE SCHEMA datajam; " + script)
    try await body(database)
  }
}

extension Database {
  func run(_ script: String) async throws { try await session { try $0.run(script: script) } }

  /// A unit of work of Ada's.
  @discardableResult
  func write<Result: Sendable>(_ body: @Sendable (UnitOfWork) throws -> Result) async throws -> Result {
    try await transaction(as: ada, through: .commandLine, body)
  }

  /// The only number that a statement answers.
  func number(_ sql: SQL) async throws -> Int? { try await read { try $0.value(sql) } }

  /// The texts of a statement's first column.
  func texts(_ sql: SQL) async throws -> [String?] {
    try await read { try $0.rows(sql).map { try $0.first(as: String?.self) } }
  }

  /// How many connections to the database are in such a state.
  func activity(_ state: SQL) async throws -> Int? {
    let known: SQL = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
    return try await number(SQL(script: known.text + state.text))
  }

  /// The process that serves the next body, where the pool has one connection only.
  func backend() async throws -> Int? { try await number("SELECT pg_backend_pid()") }
}

/// The refusal that the body ends in; anything else is a fault of the test.
func refusal<Result>(of body: () async throws -> Result) async -> PostgresError? {
  await #expect(throws: PostgresError.self) { _ = try await body() }
}

/// Waits until the condition holds, for a minute at most: a busy machine lets a task wait for many seconds.
func eventually(_ condition: () async throws -> Bool) async throws {
  let limit = ContinuousClock.now + .seconds(60)
  while ContinuousClock.now < limit {
    if try await condition() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  Issue.record("it never came to pass")
}

/// A table `note` whose new rows make COMMIT wait while `cancelledAmidCommit` holds its lock.
let slowCommit = """
  CREATE TABLE note (number bigint);
  CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0
    AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END $$;
  CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION dawdle()
  """

/// Work that adds to `note` and was cancelled while its COMMIT waited, which a stop has had the time to reach.
func cancelledAmidCommit<Result: Sendable>(
  in database: Database, _ work: @escaping @Sendable () async throws -> Result
) async throws -> Task<Result, any Error> {
  let isHeld = Mutex(false)
  let isOver = Mutex(false)
  async let holder: Void = database.write { unit in
    try unit.execute("SELECT pg_advisory_xact_lock(1)")
    isHeld.withLock { $0 = true }
    while !isOver.withLock({ $0 }) { try unit.execute("SELECT pg_sleep(0.01)") }
  }
  defer { isOver.withLock { $0 = true } }
  try await eventually { isHeld.withLock { $0 } }
  let task = Task { try await work() }
  try await eventually { try await database.activity("query = 'COMMIT' AND wait_event_type = 'Lock'") == 1 }
  task.cancel()
  try await Task.sleep(for: .milliseconds(200))
  isOver.withLock { $0 = true }
  try await holder
  return task
}

struct Stop: Error {}

/// Counts who comes and goes, and how many were inside at once.
final class Crowd: Sendable {
  private let state = Mutex((came: 0, inside: 0, most: 0))

  var came: Int { state.withLock { $0.came } }
  var most: Int { state.withLock { $0.most } }

  /// Tells which number one has.
  @discardableResult
  func enter() -> Int {
    state.withLock { state in
      state.came += 1
      state.inside += 1
      state.most = max(state.most, state.inside)
      return state.came
    }
  }

  func leave() { state.withLock { $0.inside -= 1 } }
}
