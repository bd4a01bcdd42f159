import Postgres
import Testing
import Vocabulary

@Suite struct PipelineTests {
  static let table = "CREATE TABLE note (number bigint CONSTRAINT note_once PRIMARY KEY, words text)"

  @Test func fiveThousandAnswersComeInOrder() async throws {
    try await withTables(Self.table) { database in
      let answers = try await database.write { unit in
        var answers: [Int] = []
        try unit.pipeline((0..<5000).lazy.map { "INSERT INTO note VALUES (\($0)) RETURNING number" }) { rows in
          answers.append(try rows[0].first())
        }
        return answers
      }
      #expect(answers == Array(0..<5000))
      try await #expect(database.number("SELECT count(*) FROM note") == 5000)
    }
  }

  @Test func anEmptyPipelineDoesNothing() async throws {
    try await withTables { database in
      try await database.write { unit in try unit.pipeline([SQL]()) { _ in Issue.record("there was nothing") } }
    }
  }

  @Test func anErrorInTheMiddleUndoesTheWholeUnit() async throws {
    try await withTables(Self.table, limit: 1) { database in
      let before = try await database.backend()
      let refusal = await refusal {
        try await database.write { unit in
          try unit.pipeline((0..<5000).map { "INSERT INTO note VALUES (\($0 == 2500 ? 7 : $0))" })
        }
      }
      #expect(refusal?.constraint == "note_once")
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
      try await #expect(database.backend() == before)
    }
  }

  @Test func behindASavepointTheUnitGoesOnAfterAnError() async throws {
    try await withTables(Self.table) { database in
      let seen = try await database.write { unit in
        var seen: [Int] = []
        #expect(throws: PostgresError.self) {
          try unit.savepoint {
            try unit.pipeline(["SELECT 1", "SELECT 2", "SELECT 1 / 0", "SELECT 4"]) { seen.append(try $0[0].first()) }
          }
        }
        try unit.execute("INSERT INTO note VALUES (1)")
        return seen
      }
      #expect(seen == [1, 2])
      try await #expect(database.number("SELECT count(*) FROM note") == 1)
    }
  }

  @Test func aThrowWhileAnswersAreReadLeavesTheConnectionInStep() async throws {
    try await withTables(Self.table) { database in
      try await database.write { unit in
        var seen = 0
        #expect(throws: Stop.self) {
          try unit.pipeline((0..<1500).map { "SELECT \($0)" }) { _ in
            seen += 1
            if seen == 1200 { throw Stop() }
          }
        }
        #expect(seen == 1200)
        try #expect(unit.value("SELECT 42") == 42)
        try unit.pipeline(["SELECT 43"]) { try #expect($0[0].first() == 43) }
      }
    }
  }

  @Test func aStatementAmidAPipelineIsRefused() async throws {
    try await withTables { database in
      try await database.write { unit in
        var refused = 0
        try unit.pipeline(["SELECT 1", "SELECT 2"]) { _ in
          let refusal = #expect(throws: PostgresError.self) { try unit.rows("SELECT 3") }
          if refusal?.reason == .refused { refused += 1 }
        }
        #expect(refused == 2)
        try #expect(unit.value("SELECT 4") == 4)
      }
    }
  }

  /// 40 MB each way at once: each side must go on reading while it writes.
  @Test func bigValuesInBothDirectionsDoNotBlockEachOther() async throws {
    try await withTables { database in
      let big = String(repeating: "x", count: 20_000)
      let bytes = try await database.write { unit in
        var bytes = 0
        try unit.pipeline((0..<2000).lazy.map { _ in "SELECT \(big)::text" }) { rows in
          bytes += try rows[0].first(as: String.self).utf8.count
        }
        return bytes
      }
      #expect(bytes == 40_000_000)
    }
  }

  /// More than a connection keeps prepared at once.
  @Test func manyDifferentStatementsGoInOnePipeline() async throws {
    try await withTables { database in
      try await database.write { unit in
        for (start, end) in [(0, 250), (200, 300), (0, 1500)] {
          var answers: [Int] = []
          try unit.pipeline((start..<end).map { SQL(script: "SELECT \($0)") }) { answers.append(try $0[0].first()) }
          #expect(answers == Array(start..<end))
        }
      }
    }
  }
}
