import Postgres
import Testing
import Vocabulary

@Suite struct SpoiledTransactionTests {
  static let table = """
    CREATE TABLE note (number bigint CONSTRAINT note_once UNIQUE DEFERRABLE INITIALLY DEFERRED,
      words text CONSTRAINT note_words CHECK (words <> ''))
    """

  /// The server answers COMMIT in a spoiled transaction with a quiet ROLLBACK.
  @Test func aUnitThatSwallowsARefusalDoesNotPretendToHaveSaved() async throws {
    try await withTables(Self.table) { database in
      for isRehearsal in [false, true] {
        let refusal = await refusal {
          try await database.transaction(as: ada, through: .commandLine, isRehearsal: isRehearsal) { unit in
            try unit.execute("INSERT INTO note VALUES (1, 'lost')")
            _ = try? unit.execute("INSERT INTO note VALUES (2, '')")
            _ = try? unit.execute("INSERT INTO note VALUES (3, 'lost')")
          }
        }
        #expect(refusal?.constraint == "note_words")
      }
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }

  @Test func aSwallowedConflictIsStillDoneAgain() async throws {
    try await withTables(Self.table) { database in
      let runs = Crowd()
      try await database.write { unit in
        let run = runs.enter()
        _ = try? unit.savepoint {
          if run < 3 { _ = try unit.execute("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END $$") }
        }
      }
      #expect(runs.came == 3)
    }
  }

  @Test func aSavepointThatSwallowsARefusalIsUndoneAndTellsIt() async throws {
    try await withTables(Self.table) { database in
      try await database.write { unit in
        let refusal = #expect(throws: PostgresError.self) {
          try unit.savepoint {
            try unit.execute("INSERT INTO note VALUES (1, 'undone')")
            _ = try? unit.execute("INSERT INTO note VALUES (2, '')")
          }
        }
        #expect(refusal?.constraint == "note_words")
        try unit.execute("INSERT INTO note VALUES (3, 'kept')")
      }
      try await #expect(database.texts("SELECT words FROM note") == ["kept"])
    }
  }

  @Test func noSavepointOpensAfterARefusal() async throws {
    try await withTables(Self.table) { database in
      let refusal = await refusal {
        try await database.write { unit in
          _ = try? unit.execute("INSERT INTO note VALUES (2, '')")
          try unit.savepoint { Issue.record("the body ran") }
        }
      }
      #expect(refusal?.sqlState == "25P02")
    }
  }

  @Test func savepointsWithinSavepointsUndoTheirOwn() async throws {
    try await withTables(Self.table) { database in
      try await database.write { unit in
        try unit.savepoint {
          try unit.execute("INSERT INTO note VALUES (1, 'outer')")
          for number in 2...4 {
            #expect(throws: Stop.self) {
              try unit.savepoint {
                try unit.execute("INSERT INTO note VALUES (\(number), 'inner')")
                try unit.savepoint { _ = try unit.execute("INSERT INTO note VALUES (\(number + 10), 'innermost')") }
                throw Stop()
              }
            }
          }
          try unit.execute("INSERT INTO note VALUES (5, 'outer again')")
        }
      }
      try await #expect(database.texts("SELECT words FROM note ORDER BY number") == ["outer", "outer again"])
    }
  }

  @Test func aRehearsalIsRefusedByWhatCommitWouldCheck() async throws {
    try await withTables(Self.table) { database in
      for isRehearsal in [true, false] {
        let refusal = await refusal {
          try await database.transaction(as: ada, through: .commandLine, isRehearsal: isRehearsal) { unit in
            try unit.execute("INSERT INTO note VALUES (1, 'a'), (1, 'b')")
          }
        }
        #expect(refusal?.constraint == "note_once")
      }
    }
  }

  @Test(arguments: ["COMMIT", "ROLLBACK"]) func aUnitMayNotEndItsOwnTransaction(word: String) async throws {
    try await withTables(Self.table) { database in
      let refusal = await refusal { try await database.write { try $0.execute(SQL(script: word)) } }
      #expect(refusal?.reason == .refused)
    }
  }

  @Test func everyCallOfAnEndedUnitIsRefused() async throws {
    try await withTables(Self.table) { database in
      let kept = UnitOfWorkTests.Kept()
      try await database.write { kept.unit = $0 }
      let calls: [(UnitOfWork) throws -> Void] = [
        { _ = try $0.execute("SELECT 1") }, { _ = try $0.row("SELECT 1") }, { try $0.savepoint {} },
        { try $0.pipeline(["SELECT 1"]) }, { try $0.copyIn("note", columns: ["number"]) { _ in } },
        { try $0.copyOut("SELECT 1") { _ in } }, { _ = try $0.inserted("SELECT 1") as Int },
      ]
      for call in calls {
        let refusal = #expect(throws: PostgresError.self) { try kept.unit.map(call) }
        #expect(refusal?.reason == .unitEnded)
      }
    }
  }
}
