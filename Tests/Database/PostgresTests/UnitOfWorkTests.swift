import Postgres
import Synchronization
import TestDatabase
import Testing
import Vocabulary

let ada = Principal.organiser("ada")

@Suite struct UnitOfWorkTests {
  /// A database with one table of numbered texts.
  func withNotes(limit: Int = 8, timeouts: Timeouts = Timeouts(), _ body: (Database) async throws -> Void) async throws
  {
    try await TestServer.withEmptyDatabase(limit: limit, timeouts: timeouts) { database in
      try await database.session { session in
        try session.run(
          script: """
            CREATE SCHEMA datajam;
            CREATE TABLE note (number bigint CONSTRAINT note_once PRIMARY KEY, words text)
            """)
      }
      try await body(database)
    }
  }

  func count(_ database: Database) async throws -> Int? {
    try await database.read { try $0.value("SELECT count(*) FROM note", as: Int.self) }
  }

  @Test func whatAUnitWritesIsThereAfterwards() async throws {
    try await withNotes { database in
      let changed = try await database.transaction(as: ada, through: .commandLine) { unit in
        #expect(unit.principal == ada && unit.channel == .commandLine)
        return try unit.execute("INSERT INTO note VALUES (\(1), \("one")), (\(2), \(String?.none))")
      }
      #expect(changed == 2)
      let words = try await database.read { snapshot in
        try snapshot.rows("SELECT words FROM note ORDER BY number").map { row -> String? in try row["words"] }
      }
      #expect(words == ["one", nil])
    }
  }

  @Test func aUnitThatThrowsLeavesNothing() async throws {
    struct Stop: Error {}
    try await withNotes { database in
      await #expect(throws: Stop.self) {
        try await database.transaction(as: ada, through: .commandLine) { unit in
          try unit.execute("INSERT INTO note VALUES (1, 'one')")
          throw Stop()
        }
      }
      let left = try await count(database)
      #expect(left == 0)
    }
  }

  @Test func aRehearsalRunsTheStatementsAndKeepsNothing() async throws {
    try await withNotes { database in
      let inside = try await database.transaction(as: ada, through: .commandLine, isRehearsal: true) { unit in
        try unit.execute("INSERT INTO note VALUES (1, 'one')")
        return try unit.value("SELECT count(*) FROM note", as: Int.self)
      }
      #expect(inside == 1)
      #expect(try await count(database) == 0)
    }
  }

  @Test func aSavepointUndoesItsOwnChangesOnly() async throws {
    try await withNotes { database in
      try await database.transaction(as: ada, through: .commandLine) { unit in
        try unit.execute("INSERT INTO note VALUES (1, 'kept')")
        do {
          try unit.savepoint {
            _ = try unit.execute("INSERT INTO note VALUES (2, 'undone')")
            _ = try unit.execute("INSERT INTO note VALUES (1, 'twice')")
          }
          Issue.record("the second row was taken twice")
        } catch let refusal as PostgresError {
          #expect(refusal.constraint == "note_once")
          #expect(refusal.sqlState == "23505")
        }
        try unit.savepoint { _ = try unit.execute("INSERT INTO note VALUES (3, 'kept')") }
      }
      let numbers = try await database.read {
        try $0.rows("SELECT number FROM note ORDER BY 1").map { try $0.first(as: Int.self) }
      }
      #expect(numbers == [1, 3])
    }
  }

  @Test func aReadSeesOneMomentThroughout() async throws {
    try await withNotes { database in
      let counts = Mutex<[Int?]>([])
      let (begun, go) = (Gate(), Gate())
      async let reading: Void = database.read { snapshot in
        let first = try snapshot.value("SELECT count(*) FROM note", as: Int.self)
        begun.open()
        go.wait()
        let second = try snapshot.value("SELECT count(*) FROM note", as: Int.self)
        counts.withLock { $0 = [first, second] }
      }
      await begun.passed()
      try await database.transaction(as: ada, through: .commandLine) { unit in
        _ = try unit.execute("INSERT INTO note VALUES (1, 'meanwhile')")
      }
      go.open()
      try await reading
      #expect(counts.withLock { $0 } == [0, 0])
      #expect(try await count(database) == 1)
    }
  }

  @Test func aReadCannotWrite() async throws {
    try await withNotes { database in
      let refusal = await #expect(throws: PostgresError.self) {
        try await database.read { _ = try $0.rows("INSERT INTO note VALUES (1, 'x') RETURNING number") }
      }
      #expect(refusal?.sqlState == "25006")
    }
  }

  @Test func aUnitIsOfNoUseAfterItsBody() async throws {
    try await withNotes { database in
      let kept = Kept()
      try await database.transaction(as: ada, through: .commandLine) { unit in kept.unit = unit }
      let refusal = #expect(throws: PostgresError.self) { _ = try kept.unit?.rows("SELECT 1") }
      #expect(refusal?.reason == .unitEnded)
    }
  }

  /// Smuggles a unit out of its body, as no program of ours may.
  final class Kept: @unchecked Sendable {
    var unit: UnitOfWork?
  }

  /// Forty clients read a counter and write it back plus one: without retries some would be refused or lost.
  @Test func serializationFailuresAreDoneAgain() async throws {
    try await withNotes(limit: 20) { database in
      try await database.transaction(as: ada, through: .commandLine) { unit in
        _ = try unit.execute("INSERT INTO note SELECT number, '0' FROM generate_series(1, 10) AS number")
      }
      try await withThrowingTaskGroup { group in
        for client in 0..<40 {
          group.addTask {
            try await database.transaction(as: ada, through: .commandLine, isolation: .repeatableRead) { unit in
              let key = client % 10 + 1
              let words = try unit.value("SELECT words FROM note WHERE number = \(key)", as: String.self) ?? ""
              let next = String((Int(words) ?? 0) + 1)
              _ = try unit.execute("UPDATE note SET words = \(next) WHERE number = \(key)")
            }
          }
        }
        try await group.waitForAll()
      }
      let words = try await database.read {
        try $0.rows("SELECT words FROM note").map { try $0.first(as: String.self) }
      }
      #expect(words == Array(repeating: "4", count: 10))
    }
  }

  @Test func deadlocksAreDoneAgain() async throws {
    try await withNotes { database in
      try await database.transaction(as: ada, through: .commandLine) { unit in
        _ = try unit.execute("INSERT INTO note VALUES (1, '0'), (2, '0')")
      }
      let (one, two) = (Gate(), Gate())
      @Sendable func change(_ keys: [Int], opening mine: Gate, awaiting other: Gate) async throws {
        try await database.transaction(as: ada, through: .commandLine) { unit in
          _ = try unit.execute("UPDATE note SET words = (words::int + 1)::text WHERE number = \(keys[0])")
          mine.open()
          other.wait()
          _ = try unit.execute("UPDATE note SET words = (words::int + 1)::text WHERE number = \(keys[1])")
        }
      }
      async let forwards: Void = change([1, 2], opening: one, awaiting: two)
      async let backwards: Void = change([2, 1], opening: two, awaiting: one)
      _ = try await (forwards, backwards)
      let words = try await database.read {
        try $0.rows("SELECT words FROM note").map { try $0.first(as: String.self) }
      }
      #expect(words == ["2", "2"])
    }
  }

  @Test func aRefusalThatIsNoConflictIsNotRepeated() async throws {
    try await withNotes { database in
      let runs = Mutex(0)
      await #expect(throws: PostgresError.self) {
        try await database.transaction(as: ada, through: .commandLine) { unit in
          runs.withLock { $0 += 1 }
          _ = try unit.execute("INSERT INTO note VALUES (1, 'a'), (1, 'b')")
        }
      }
      #expect(runs.withLock { $0 } == 1)
    }
  }

  @Test func aConflictThatNeverEndsIsGivenUp() async throws {
    try await withNotes { database in
      let runs = Mutex(0)
      let refusal = await #expect(throws: PostgresError.self) {
        try await database.transaction(as: ada, through: .commandLine) { unit in
          runs.withLock { $0 += 1 }
          _ = try unit.execute("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
        }
      }
      #expect(runs.withLock { $0 } == 6)
      #expect(refusal?.explanation.kind == .busy)
    }
  }
}
