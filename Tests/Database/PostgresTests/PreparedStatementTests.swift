import Postgres
import Testing
import Vocabulary

@Suite struct PreparedStatementTests {
  @Test func aThousandDifferentStatementsRunTwice() async throws {
    try await withTables(limit: 1) { database in
      for _ in 0..<2 {
        try await database.read { snapshot in
          for number in 0..<1000 { try #expect(snapshot.value(SQL(script: "SELECT \(number)")) == number) }
        }
      }
      let kept = try await database.number("SELECT count(*) FROM pg_prepared_statements")
      #expect((1...256).contains(kept ?? 0))
    }
  }

  @Test func aStatementIsPreparedOnce() async throws {
    try await withTables(limit: 1) { database in
      for number in 0..<5 { try await #expect(database.number("SELECT \(number)::bigint") == number) }
      try await #expect(
        database.number("SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT $1::bigint'") == 1)
    }
  }

  @Test func aStatementThatCannotBePreparedDoesNotSpoilTheNext() async throws {
    try await withTables(limit: 1) { database in
      for _ in 0..<3 {
        let refusal = await refusal { try await database.number("SELEKT 1") }
        #expect(refusal?.sqlState == "42601")
        try await #expect(database.number("SELECT 1") == 1)
      }
    }
  }

  /// The first to meet it is refused, and the next one is served.
  @Test func statementsThatSomebodyDroppedAreMadeAnew() async throws {
    try await withTables(limit: 1) { database in
      try await #expect(database.number("SELECT 1") == 1)
      let refusal = await refusal {
        try await database.write { unit in
          try unit.execute("DEALLOCATE ALL")
          _ = try unit.rows("SELECT 1")
        }
      }
      #expect(refusal?.sqlState == "26000")
      try await #expect(database.number("SELECT 1") == 1)
    }
  }

  @Test func aTableThatHasChangedMeanwhileIsReadAnew() async throws {
    try await withTables("CREATE TABLE note (number bigint)", limit: 1) { database in
      try await #expect(database.number("SELECT * FROM note") == nil)
      let other = Database(database.target, limit: 1)
      try await other.run("ALTER TABLE datajam.note ADD words text; INSERT INTO datajam.note VALUES (1, 'one')")
      await other.close()
      let refusal = await refusal { try await database.number("SELECT * FROM note") }
      #expect(refusal?.sqlState == "0A000")
      try await #expect(database.number("SELECT * FROM note") == 1)
    }
  }
}
