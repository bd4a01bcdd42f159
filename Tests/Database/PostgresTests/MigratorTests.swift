import TestDatabase
import Testing
import Vocabulary

@testable import Postgres

@Suite struct MigratorTests {
  static let steps = [
    Migration(
      version: 1, name: "m0001_notes", script: "CREATE TABLE note (words text); INSERT INTO note VALUES ('one')"),
    Migration(version: 2, name: "m0002_more", script: "INSERT INTO note VALUES ('two'); SELECT pg_sleep(0.1)"),
    Migration(version: 3, name: "m0003_rest", script: "ALTER TABLE note ADD number bigint; -- the end"),
  ]

  func migrate(_ steps: [Migration], _ database: Database) async throws -> [Int] {
    try await database.session { try Migrator(steps).migrate(in: $0).map(\.version) }
  }

  func status(_ steps: [Migration], _ database: Database) async throws -> Migrator.Status {
    try await database.session { try Migrator(steps).status(in: $0) }
  }

  @Test func everyStepRunsOnceAndInOrder() async throws {
    try await TestServer.withEmptyDatabase { database in
      let empty = try await status(Self.steps, database)
      #expect(empty == Migrator.Status(found: 0, known: 3))
      #expect(!empty.isCurrent)
      try await #expect(migrate(Array(Self.steps.prefix(1)), database) == [1])
      try await #expect(migrate(Self.steps, database) == [2, 3])
      try await #expect(migrate(Self.steps, database) == [])
      try await #expect(status(Self.steps, database).isCurrent)
      try await #expect(database.texts("SELECT words FROM note") == ["one", "two"])
      try await #expect(
        database.texts("SELECT version || ' ' || name FROM schema_migration ORDER BY version")
          == ["1 m0001_notes", "2 m0002_more", "3 m0003_rest"])
    }
  }

  @Test func aProgramWithoutStepsHasNothingToDo() async throws {
    try await TestServer.withEmptyDatabase { database in
      try await #expect(migrate([], database) == [])
      try await #expect(status([], database) == Migrator.Status(found: 0, known: 0))
    }
  }

  @Test(arguments: [2, 8]) func programsThatStartAtOnceTakeTurns(count: Int) async throws {
    try await TestServer.withEmptyDatabase(limit: count) { database in
      let ran = try await withThrowingTaskGroup { group in
        for _ in 0..<count { group.addTask { try await migrate(Self.steps, database) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(ran.filter { !$0.isEmpty } == [[1, 2, 3]])
      #expect(ran.count == count)
      try await #expect(database.texts("SELECT words FROM note") == ["one", "two"])
    }
  }

  @Test func anEditedStepIsRefused() async throws {
    try await TestServer.withEmptyDatabase { database in
      _ = try await migrate(Self.steps, database)
      var edited = Self.steps
      edited[1] = Migration(version: 2, name: "m0002_more", script: "SELECT 1")
      for _ in 0..<2 {
        let refusal = await refusal { try await migrate(edited, database) }
        #expect(refusal?.reason == .migrationEdited("m0002_more"))
        #expect(
          refusal?.explanation.message
            == "The script \"m0002_more\" differs from the one that this database was built with.")
      }
      let asked = await refusal { try await status(edited, database) }
      #expect(asked?.reason == .migrationEdited("m0002_more"))
    }
  }

  @Test func aNewerAndAnOlderSchemaAreRefused() async throws {
    try await TestServer.withEmptyDatabase { database in
      let missing = await refusal { try await database.session { try Migrator(Self.steps).requireCurrent(in: $0) } }
      #expect(missing?.reason == .schemaOlder(found: 0, known: 3))
      _ = try await migrate(Self.steps, database)
      let older = Array(Self.steps.prefix(2))
      let migrating = await refusal { try await migrate(older, database) }
      #expect(
        migrating?.explanation.message == "The database has schema v3, which is newer than this program's v2.")
      let requiring = await refusal { try await database.session { try Migrator(older).requireCurrent(in: $0) } }
      #expect(requiring?.reason == .schemaNewer(found: 3, known: 2))
      try await database.session { try Migrator(Self.steps).requireCurrent(in: $0) }
    }
  }

  @Test func aFailingStepLeavesTheSchemaAsItWas() async throws {
    try await TestServer.withEmptyDatabase(limit: 1) { database in
      _ = try await migrate(Array(Self.steps.prefix(1)), database)
      let bad = "CREATE TABLE half (number bigint); INSERT INTO note VALUES ('half'); SELECT 1 / 0; SELECT 2"
      let steps = Array(Self.steps.prefix(2)) + [Migration(version: 3, name: "m0003_bad", script: bad)]
      let refusal = await refusal { try await migrate(steps, database) }
      #expect(refusal?.sqlState == "22012")
      // The second step went well, and is undone with the third.
      try await #expect(status(Self.steps, database) == Migrator.Status(found: 1, known: 3))
      try await #expect(database.texts("SELECT words FROM note") == ["one"])
      try await #expect(database.number("SELECT count(*) FROM pg_class WHERE relname = 'half'") == 0)
      try await #expect(migrate(Self.steps, database) == [2, 3])
    }
  }

  @Test func aStepThatEndsItsOwnTransactionIsRefused() async throws {
    try await TestServer.withEmptyDatabase { database in
      let refusal = await refusal {
        try await migrate([Migration(version: 1, name: "m0001_bad", script: "SELECT 1; COMMIT")], database)
      }
      #expect(refusal?.reason == .refused)
    }
  }

  @Test func aCancelledMigrationStopsAndHoldsNobodyUp() async throws {
    try await TestServer.withEmptyDatabase(limit: 2) { database in
      let script = "CREATE TABLE half (n bigint); SELECT pg_sleep(30)"
      let slow = [Migration(version: 1, name: "m0001_slow", script: script)]
      let task = Task { try await migrate(slow, database) }
      try await eventually { try await database.activity("wait_event = 'PgSleep'") == 1 }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      try await #expect(migrate(Self.steps, database) == [1, 2, 3])
      try await #expect(database.number("SELECT count(*) FROM pg_class WHERE relname = 'half'") == 0)
    }
  }

  /// A deferred trigger makes COMMIT last.
  @Test func theCommitOfAMigrationIsNeverStopped() async throws {
    let steps = [
      Migration(version: 1, name: "m0001_slow", script: slowCommit + "; INSERT INTO note VALUES (1)"),
      Migration(version: 2, name: "m0002_more", script: "INSERT INTO note VALUES (2)"),
    ]
    try await TestServer.withEmptyDatabase(limit: 3) { database in
      let task = try await cancelledAmidCommit(in: database) { try await migrate(steps, database) }
      try await #expect(task.value == [1, 2])
      try await #expect(status(steps, database).isCurrent)
    }
  }

  @Test func theTimeoutsThatAMigrationLiftsAreBackAfterwards() async throws {
    try await TestServer.withEmptyDatabase(limit: 1) { database in
      _ = try await migrate(Self.steps, database)
      let timeouts = try await database.texts(
        "SELECT current_setting(name) FROM unnest('{statement_timeout,lock_timeout}'::text[]) AS name")
      #expect(timeouts == ["30s", "10s"])
    }
  }
}
