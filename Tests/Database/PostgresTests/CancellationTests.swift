import Postgres
import Synchronization
import TestDatabase
import Testing
import Vocabulary

@Suite struct CancellationTests {
  /// Runs the body, cancels it once its statement sleeps, and tells how long the end then took.
  func timeToStop(
    _ database: Database, _ body: @escaping @Sendable () async throws -> Void
  ) async throws -> Duration {
    let watch = Database(database.target, limit: 1)
    let task = Task(operation: body)
    try await eventually { try await watch.activity("wait_event = 'PgSleep'") == 1 }
    let start = ContinuousClock.now
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    await watch.close()
    return ContinuousClock.now - start
  }

  @Test func whateverRunsIsStoppedAtOnceAndTheConnectionServesOn() async throws {
    try await withTables("CREATE TABLE note (number bigint)", limit: 1) { database in
      let before = try await database.backend()
      let ways: [@Sendable () async throws -> Void] = [
        { _ = try await database.read { try $0.rows("SELECT pg_sleep(30)").count } },
        { _ = try await database.write { try $0.execute("SELECT pg_sleep(30)") } },
        { try await database.write { unit in try unit.savepoint { _ = try unit.execute("SELECT pg_sleep(30)") } } },
        { try await database.write { try $0.pipeline(["SELECT 1", "SELECT pg_sleep(30)", "SELECT 2"]) } },
        { try await database.run("SELECT 1; SELECT pg_sleep(30)") },
        { try await database.read { try $0.copyOut("SELECT pg_sleep(30)") { _ in } } },
        {
          try await database.write { unit in
            try unit.savepoint { _ = try? unit.execute("SELECT pg_sleep(30)") }
            try unit.execute("INSERT INTO note VALUES (1)")
          }
        },
        { try await database.write { unit in _ = try? unit.execute("SELECT pg_sleep(30)") } },
      ]
      var times: [Duration] = []
      for way in ways { times.append(try await timeToStop(database, way)) }
      // One may be slow on a busy machine; none may wait for its statement's end.
      #expect(times.allSatisfy { $0 < .seconds(10) }, "\(times)")
      #expect(times.sorted()[times.count / 2] < .milliseconds(900), "\(times)")
      try await #expect(database.backend() == before)
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }

  /// Even preparing a statement waits, when somebody has locked its table.
  @Test func aStatementThatWaitsToBePreparedIsStopped() async throws {
    try await withTables("CREATE TABLE note (number bigint)") { database in
      let (locked, done) = (Gate(), Gate())
      async let holding: Void = database.write { unit in
        try unit.execute("LOCK TABLE note")
        locked.open()
        done.wait()
      }
      await locked.passed()
      let reading = Task { try await database.number("SELECT count(*) FROM note") }
      try await eventually { try await database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 1 }
      reading.cancel()
      await #expect(throws: CancellationError.self) { try await reading.value }
      done.open()
      try await holding
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }

  @Test func aTaskIsStoppedBetweenTwoStatements() async throws {
    try await withTables("CREATE TABLE note (number bigint)", limit: 1) { database in
      let (begun, go) = (Gate(), Gate())
      let ran = Mutex(0)
      let task = Task {
        try await database.write { unit in
          try unit.execute("INSERT INTO note VALUES (1)")
          begun.open()
          go.wait()
          try unit.execute("INSERT INTO note VALUES (2)")
          ran.withLock { $0 += 1 }
        }
      }
      await begun.passed()
      task.cancel()
      go.open()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(ran.withLock { $0 } == 0)
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }

  @Test func aTaskThatIsCancelledBeforehandRunsNothing() async throws {
    try await withTables(limit: 1) { database in
      let runs = Mutex(0)
      let go = Gate()
      let task = Task {
        await go.passed()
        try await database.write { _ in runs.withLock { $0 += 1 } }
      }
      task.cancel()
      go.open()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(runs.withLock { $0 } == 0)
    }
  }

  /// A deferred trigger makes COMMIT itself last.
  @Test func aCommitIsNeverStopped() async throws {
    try await withTables(slowCommit) { database in
      let saving = try await cancelledAmidCommit(in: database) {
        try await database.write { unit in
          try unit.execute("INSERT INTO note VALUES (1)")
          return "saved"
        }
      }
      try await #expect(saving.value == "saved")
      try await #expect(database.number("SELECT count(*) FROM note") == 1)
    }
  }

  /// Cancels at every moment of a statement's life; a request that came late would hit whoever has the connection next.
  @Test func theConnectionsNextUserIsNeverHit() async throws {
    try await withTables(limit: 1) { database in
      for round in 0..<300 {
        let task = Task { try await database.write { try $0.execute("SELECT pg_sleep(0.002)") } }
        try await Task.sleep(for: .microseconds(round * 20))
        task.cancel()
        let next = try await database.write { unit in
          try unit.execute("SELECT pg_sleep(0.001)")
          return try unit.value("SELECT \(round)", as: Int.self)
        }
        #expect(next == round)
        do {
          _ = try await task.value
        } catch {
          #expect(error is CancellationError)
        }
      }
    }
  }
}
