import Postgres
import Synchronization
import TestDatabase
import Testing
import Vocabulary

@Suite struct CopyTests {
  static let table = "CREATE TABLE note (number bigint CONSTRAINT note_once PRIMARY KEY, words text, is_true boolean)"

  func fill(_ count: Int, in unit: UnitOfWork) throws {
    try unit.copyIn("note", columns: ["number", "words", "is_true"]) { writer in
      for number in 0..<count {
        writer.add(number)
        writer.add("words of \(number)")
        writer.add(number % 2 == 0)
        try writer.endRow()
      }
    }
  }

  @Test func aHundredThousandRowsGoInAndComeOut() async throws {
    try await withTables(Self.table) { database in
      try await database.write { try fill(100_000, in: $0) }
      let (count, faults) = try await database.read { snapshot in
        var (count, faults) = (0, 0)
        try snapshot.copyOut("SELECT number, words, is_true FROM note ORDER BY number") { row in
          let (number, words) = (try row.nextInteger(), try row.next(String.self))
          let isEven = try row.next(Bool.self)
          let isRight = number == count && words == "words of \(count)" && isEven == (count % 2 == 0)
          if !isRight { faults += 1 }
          count += 1
        }
        return (count, faults)
      }
      #expect(count == 100_000)
      #expect(faults == 0)
    }
  }

  static let awkward: [String?] = [
    "", nil, "\\N", "\\.", "\\", "\\\\", "\t", "\n", "\r", "\r\n", "a\tb\nc", "\\n", "\\t", "NULL", "null", "\"\"", ",",
    " ",
    "\u{8}\u{B}\u{C}\u{1B}", "\u{1F3C6}", "\u{10FFFF}",
  ]

  @Test func awkwardTextsAreKeptApart() async throws {
    try await withTables(Self.table) { database in
      try await database.write { unit in
        try unit.copyIn("note", columns: ["words", "number"]) { writer in
          for (number, words) in Self.awkward.enumerated() {
            writer.add(words)
            writer.add(number)
            try writer.endRow()
          }
        }
        try unit.execute("CREATE TABLE alone (words text)")
        try unit.copyIn("alone", columns: ["words"]) { writer in
          for words in Self.awkward {
            writer.add(words)
            try writer.endRow()
          }
        }
      }
      try await #expect(database.texts("SELECT words FROM note ORDER BY number") == Self.awkward)
      try await #expect(database.number("SELECT count(*) FROM alone") == Self.awkward.count)
      let out = try await database.read { snapshot in
        var texts: [String?] = []
        try snapshot.copyOut("SELECT words FROM note ORDER BY number") { texts.append(try $0.next(String?.self)) }
        return texts
      }
      #expect(out == Self.awkward)
    }
  }

  @Test func numbersAreWrittenToTheirLastDigit() async throws {
    try await withTables(Self.table) { database in
      let numbers = [Int64.min, -10, -1, 0, 1, 9, 10, 99, 100, .max]
      try await database.write { unit in
        try unit.copyIn("note", columns: ["number"]) { writer in
          for number in numbers {
            writer.add(number)
            try writer.endRow()
          }
        }
      }
      let back = try await database.read {
        try $0.rows("SELECT number FROM note ORDER BY 1").map { try $0.first(as: Int64.self) }
      }
      #expect(back == numbers)
    }
  }

  @Test func nothingAtAllCanBeCopied() async throws {
    try await withTables(Self.table) { database in
      try await database.write { try $0.copyIn("note", columns: ["number"]) { _ in } }
      let seen = try await database.read { snapshot in
        var seen = 0
        try snapshot.copyOut("SELECT number FROM note") { _ in seen += 1 }
        return seen
      }
      #expect(seen == 0)
    }
  }

  @Test func oneBadRowFailsTheWholeAndNamesNoData() async throws {
    try await withTables(Self.table, limit: 1) { database in
      let before = try await database.backend()
      let refusal = await refusal {
        try await database.write { unit in
          try fill(50_000, in: unit)
          try unit.copyIn("note", columns: ["number", "words"]) { writer in
            for number in 60_000..<110_000 {
              writer.add(number == 85_000 ? 7 : number)
              writer.add("secret")
              try writer.endRow()
            }
          }
        }
      }
      #expect(refusal?.constraint == "note_once")
      #expect(
        refusal?.explanation == Explanation(.bug, code: "database-refused", "The database refused the request (23505).")
      )
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
      try await #expect(database.backend() == before)
    }
  }

  @Test func aThrowWhileWritingUndoesTheCopyAndTheUnitGoesOnBehindASavepoint() async throws {
    try await withTables(Self.table, limit: 1) { database in
      let before = try await database.backend()
      for rows in [0, 10, 50_000] {
        try await database.write { unit in
          try unit.execute("INSERT INTO note VALUES (\(-rows - 1))")
          #expect(throws: Stop.self) {
            try unit.savepoint {
              try unit.copyIn("note", columns: ["number"]) { writer in
                for number in 0..<rows {
                  writer.add(number)
                  try writer.endRow()
                }
                throw Stop()
              }
            }
          }
          try unit.execute("UPDATE note SET words = 'after' WHERE number = \(-rows - 1)")
        }
      }
      try await #expect(database.texts("SELECT words FROM note") == ["after", "after", "after"])
      await #expect(throws: Stop.self) {
        try await database.write { unit in
          try unit.execute("DELETE FROM note")
          try unit.copyIn("note", columns: ["number"]) { _ in throw Stop() }
        }
      }
      try await #expect(database.number("SELECT count(*) FROM note") == 3)
      try await #expect(database.backend() == before)
    }
  }

  @Test func aThrowWhileReadingLeavesTheUnitUsable() async throws {
    try await withTables(Self.table, limit: 1) { database in
      let before = try await database.backend()
      for rows in [1, 100, 50_000] {
        try await database.write { unit in
          var seen = 0
          #expect(throws: Stop.self) {
            try unit.copyOut(SQL(script: "SELECT n FROM generate_series(1::bigint, \(rows)) AS n")) { _ in
              seen += 1
              throw Stop()
            }
          }
          #expect(seen == 1)
          try unit.execute("INSERT INTO note VALUES (\(rows))")
        }
      }
      try await #expect(database.number("SELECT count(*) FROM note") == 3)
      try await #expect(database.backend() == before)
    }
  }

  @Test func aCancelledTaskStopsInMidCopy() async throws {
    try await withTables(Self.table, limit: 1) { database in
      let before = try await database.backend()
      for isIn in [true, false] {
        let begun = Gate()
        let task = Task {
          try await database.write { unit in
            if isIn {
              try unit.copyIn("note", columns: ["number"]) { writer in
                for number in 0... {
                  writer.add(number)
                  try writer.endRow()
                  if number == 10_000 { begun.open() }
                }
              }
            } else {
              try unit.copyOut("SELECT generate_series(1::bigint, 1000000000000)") { _ in begun.open() }
            }
          }
        }
        await begun.passed()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
      }
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
      try await #expect(database.backend() == before)
    }
  }

  /// It would break the copy off, and rows would be missing without a word.
  @Test func aStatementAmidACopyIsRefused() async throws {
    try await withTables(Self.table) { database in
      let (lines, codes) = try await database.write { unit in
        var lines = 0
        let outer = #expect(throws: PostgresError.self) {
          try unit.savepoint {
            try unit.copyIn("note", columns: ["number"]) { writer in
              writer.add(1)
              try writer.endRow()
              try unit.execute("INSERT INTO note VALUES (2)")
            }
          }
        }
        let inner = Mutex<[String?]>([])
        try unit.copyOut("SELECT n FROM generate_series(1::bigint, 1000) AS n") { _ in
          lines += 1
          let refusal = #expect(throws: PostgresError.self) { try unit.rows("SELECT 1") }
          inner.withLock { $0.append(refusal?.debugDescription) }
        }
        return (lines, Set([outer?.debugDescription] + inner.withLock { $0 }))
      }
      #expect(lines == 1000)
      #expect(codes == ["refused · a statement was run amid a COPY or a pipeline"])
    }
  }
}
