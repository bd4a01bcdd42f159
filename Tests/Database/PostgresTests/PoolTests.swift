import Synchronization
import TestDatabase
import Testing
import Vocabulary

@testable import Postgres

@Suite struct PoolTests {
  @Test func thereAreNeverMoreThanTheLimitAndAllAreServed() async throws {
    var timeouts = Timeouts()
    timeouts.pool = 120_000
    try await withTables("CREATE TABLE done (task bigint)", limit: 4, timeouts: timeouts) { database in
      let crowd = Crowd()
      try await withThrowingTaskGroup { group in
        for task in 0..<200 {
          group.addTask {
            try await database.write { unit in
              crowd.enter()
              defer { crowd.leave() }
              try unit.execute("INSERT INTO done SELECT \(task) FROM pg_sleep(0.02)")
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(crowd.most == 4)
      try await #expect(database.number("SELECT count(DISTINCT task) FROM done") == 200)
      try await #expect(
        database.number(
          "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"
        )
          == 4)
    }
  }

  @Test func whoCameFirstIsServedFirst() async throws {
    let pool = patientPool()
    let held = try await pool.lease()
    let order = Mutex<[Int]>([])
    let waiting = try await queue(20, on: pool) { number in order.withLock { $0.append(number) } }
    await pool.takeBack(held, isReusable: true)
    for task in waiting { try await task.value }
    #expect(order.withLock { $0 } == Array(0..<20))
    await pool.close()
  }

  @Test func aBrokenConnectionsPlaceGoesToWhoWaits() async throws {
    let pool = patientPool()
    let held = try await pool.lease()
    let waiting = try await queue(2, on: pool) { _ in }
    await pool.takeBack(held, isReusable: false)
    for task in waiting { try await task.value }
    #expect(pool.waiting == 0)
    await pool.close()
  }

  /// A pool of one connection in which nobody gives up while the others are still queueing.
  func patientPool() -> ConnectionPool {
    var timeouts = Timeouts()
    timeouts.pool = 120_000
    return ConnectionPool(TestServer.administration, limit: 1, timeouts: timeouts)
  }

  /// Lets the callers queue one behind the other.
  func queue(
    _ count: Int, on pool: ConnectionPool, _ body: @escaping @Sendable (Int) -> Void
  ) async throws -> [Task<Void, any Error>] {
    var tasks: [Task<Void, any Error>] = []
    for number in 0..<count {
      tasks.append(
        Task {
          let lease = try await pool.lease()
          body(number)
          await pool.takeBack(lease, isReusable: true)
        })
      try await eventually { pool.waiting == number + 1 }
    }
    return tasks
  }

  @Test func whoWaitsTooLongIsToldSo() async throws {
    var timeouts = Timeouts()
    timeouts.pool = 50
    let pool = ConnectionPool(TestServer.administration, limit: 1, timeouts: timeouts)
    let held = try await pool.lease()
    let refusal = await refusal { _ = try await pool.lease() }
    #expect(refusal?.reason == .poolExhausted(limit: 1))
    #expect(pool.waiting == 0)
    await pool.takeBack(held, isReusable: true)
    await pool.takeBack(try await pool.lease(), isReusable: true)
    await pool.close()
  }

  /// A timer that ends before its caller was queued must not leave the caller waiting for ever.
  @Test func noPatienceAtAllIsToldAtOnce() async throws {
    var timeouts = Timeouts()
    timeouts.pool = 0
    let pool = ConnectionPool(TestServer.administration, limit: 1, timeouts: timeouts)
    let held = try await pool.lease()
    for _ in 0..<200 {
      let refusal = await refusal { _ = try await pool.lease() }
      #expect(refusal?.reason == .poolExhausted(limit: 1))
    }
    await pool.takeBack(held, isReusable: true)
    await pool.close()
  }

  @Test func whoIsCancelledLeavesTheQueue() async throws {
    let pool = patientPool()
    let held = try await pool.lease()
    let served = Mutex<[Int]>([])
    let waiting = try await queue(3, on: pool) { number in served.withLock { $0.append(number) } }
    waiting[1].cancel()
    await #expect(throws: CancellationError.self) { try await waiting[1].value }
    #expect(pool.waiting == 2)
    await pool.takeBack(held, isReusable: true)
    try await waiting[0].value
    try await waiting[2].value
    #expect(served.withLock { $0 } == [0, 2])
    await pool.close()
  }

  /// Cancels callers at the very moment at which they are served: no place may be lost.
  @Test func noPlaceIsLostBetweenGrantAndUse() async throws {
    let pool = ConnectionPool(TestServer.administration, limit: 2, timeouts: Timeouts())
    for round in 0..<100 {
      let tasks = (0..<6).map { _ in
        Task {
          let lease = try await pool.lease()
          await pool.takeBack(lease, isReusable: true)
        }
      }
      for (number, task) in tasks.enumerated() where (number + round) % 2 == 0 { task.cancel() }
      for task in tasks { _ = await task.result }
    }
    let both = [try await pool.lease(), try await pool.lease()]
    #expect(pool.waiting == 0)
    for lease in both { await pool.takeBack(lease, isReusable: true) }
    await pool.close()
  }

  @Test func afterItsEndThePoolRefusesWhoWaitsAndWhoComes() async throws {
    let pool = ConnectionPool(TestServer.administration, limit: 1, timeouts: Timeouts())
    let held = try await pool.lease()
    let waiting = try await queue(2, on: pool) { _ in }
    await pool.close()
    for task in waiting {
      let waited = await refusal { try await task.value }
      #expect(waited?.reason == .closed)
    }
    let came = await refusal { _ = try await pool.lease() }
    #expect(came?.reason == .closed)
    await pool.takeBack(held, isReusable: true)
    #expect(await held.connection.answers() == false)
  }

  @Test func aServerThatIsNotThereTakesNoPlace() async throws {
    let nowhere = ConnectionTarget(socketFolder: "/nowhere", database: "dj", user: "ada")
    let database = Database(nowhere, limit: 1)
    for _ in 0..<3 {
      let refusal = await refusal { _ = try await database.number("SELECT 1") }
      #expect(refusal?.reason == .unreachable("The database \"dj\" on \"/nowhere\" cannot be reached."))
    }
  }
}
