import Postgres
import TestDatabase
import Testing
import Vocabulary

@Suite struct BrokenConnectionTests {
  /// Ends the process that serves the database's only connection and waits until it is gone.
  func kill(_ process: Int?) async throws {
    let administration = Database(TestServer.administration, limit: 1)
    _ = try await administration.read { try $0.rows("SELECT pg_terminate_backend(\(process)::bigint::int)").count }
    try await eventually {
      try await administration.number("SELECT count(*) FROM pg_stat_activity WHERE pid = \(process)") == 0
    }
    await administration.close()
  }

  @Test(arguments: [0, 1100]) func aConnectionThatDiesWhileIdleIsReplacedUnnoticed(milliseconds: Int) async throws {
    try await withTables("CREATE TABLE note (words text)", limit: 1) { database in
      let before = try await database.backend()
      try await kill(before)
      try await Task.sleep(for: .milliseconds(milliseconds))
      try await database.write { _ = try $0.execute("INSERT INTO note VALUES ('kept')") }
      let after = try await database.backend()
      #expect(before != nil && after != nil && before != after)
      try await #expect(database.texts("SELECT words FROM note") == ["kept"])
    }
  }

  @Test func whoWaitsWhileADeadConnectionIsReplacedIsServed() async throws {
    try await withTables(limit: 1) { database in
      try await kill(try await database.backend())
      try await Task.sleep(for: .milliseconds(1100))
      try await withThrowingTaskGroup { group in
        for _ in 0..<10 { group.addTask { try await database.number("SELECT 1") } }
        for try await answer in group { #expect(answer == 1) }
      }
    }
  }

  @Test func aConnectionThatDiesInABodyIsToldAndReplaced() async throws {
    try await withTables("CREATE TABLE note (words text)", limit: 1) { database in
      let refusal = await refusal {
        try await database.write { unit in
          try unit.execute("INSERT INTO note VALUES ('lost')")
          _ = try unit.rows("SELECT pg_terminate_backend(pg_backend_pid())")
        }
      }
      #expect(refusal?.reason == .connectionLost)
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }

  @Test func aBodyThatSwallowsTheLossKeepsNothingAllTheSame() async throws {
    try await withTables("CREATE TABLE note (words text)", limit: 1) { database in
      let refusal = await refusal {
        try await database.write { unit in
          try unit.execute("INSERT INTO note VALUES ('lost')")
          _ = try? unit.savepoint { _ = try unit.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
        }
      }
      #expect(refusal?.reason == .connectionLost)
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }

  @Test func whatABodyLeavesBehindDoesNotMeetTheNext() async throws {
    try await withTables(limit: 1) { database in
      let before = try await database.backend()
      try await database.run(
        """
        SET statement_timeout = 0; SET search_path = public; SET TimeZone = 'Asia/Tokyo';
        SELECT pg_advisory_lock(70707); CREATE TEMPORARY TABLE left_behind (number int)
        """)
      let settings = try await database.texts(
        "SELECT current_setting(name) FROM unnest('{statement_timeout,search_path,TimeZone}'::text[]) AS name")
      #expect(settings == ["30s", "datajam", "UTC"])
      let locks: SQL = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 70707"
      try await #expect(database.number(locks) == 0)
      try await #expect(database.number("SELECT count(*) FROM pg_class WHERE relname = 'left_behind'") == 0)
      try await #expect(database.backend() == before)
    }
  }

  @Test func aTransactionLeftOpenIsNotHandedOn() async throws {
    try await withTables("CREATE TABLE note (words text)", limit: 1) { database in
      let before = try await database.backend()
      try await database.run("BEGIN; INSERT INTO note VALUES ('left open')")
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
      try await #expect(database.backend() != before)
    }
  }
}
