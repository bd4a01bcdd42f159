import Postgres
import Testing
import Vocabulary

@Suite struct DecodingTests {
  static let rows: SQL = "SELECT number, words FROM (VALUES (1, 'one'), (2, NULL)) AS row (number, words)"

  @Test func aFaultNamesColumnRowAndType() async throws {
    try await withTables { database in
      @Sendable func complaint<Value: SQLDecodable & SendableMetatype>(_ column: String, row: Int, as type: Value.Type)
        async -> String?
      {
        await refusal {
          try await database.read { snapshot in let _: Value = try snapshot.rows(Self.rows)[row][column] }
        }?.debugDescription
      }
      #expect(
        await complaint("words", row: 0, as: Int.self)
          == "unreadableResult · column words of row 1 holds a value of type number 25, which is no Int")
      #expect(
        await complaint("words", row: 1, as: String.self)
          == "unreadableResult · column words of row 2 holds NULL, which is no String")
      #expect(
        await complaint("number", row: 1, as: Timestamp?.self)
          == "unreadableResult · column number of row 2 holds a value of type number 23, which is no Optional<Timestamp>"
      )
      #expect(
        await complaint("nothing", row: 0, as: Int.self) == "unreadableResult · the answer has no column nothing")
    }
  }

  @Test func aNumberThatIsTooWideOrOfAnotherKindIsNotGuessedAt() async throws {
    try await withTables { database in
      for text in [
        "1::numeric", "1::real", "'1'::text", "true", "'a'::\"char\"", "ARRAY[1]", "now()",
        "'\\x0000000000000001'::bytea",
      ] {
        let refusal = await refusal {
          _ = try await database.read { try $0.value(SQL(script: "SELECT \(text)"), as: Int.self) }
        }
        #expect(refusal?.reason == .unreadableResult, "\(text)")
      }
    }
  }

  @Test func textIsReadFromTextsOnly() async throws {
    try await withTables { database in
      let texts = ["'x'::text", "'x'::varchar(3)", "'x'::char(1)", "'x'::name", "'x'::\"char\"", "'x'"]
      for text in texts {
        try await #expect(database.texts(SQL(script: "SELECT \(text)")) == ["x"], "\(text)")
      }
      try await #expect(database.texts("SELECT '{\"a\": 1}'::jsonb") == ["{\"a\": 1}"])
      try await #expect(database.texts("SELECT '{\"a\" :1}'::json") == ["{\"a\" :1}"])
      for text in ["1", "'x'::bytea", "'{x}'::text[]", "1.5"] {
        let refusal = await refusal { _ = try await database.texts(SQL(script: "SELECT \(text)")) }
        #expect(refusal?.reason == .unreadableResult, "\(text)")
      }
    }
  }

  @Test func aWordThatIsNoneOfTheSetIsUnreadable() async throws {
    try await withTables { database in
      let refusal = await refusal {
        _ = try await database.read { try $0.value("SELECT 'party'", as: Phase.self) }
      }
      #expect(refusal?.reason == .unreadableResult)
    }
  }

  @Test func aCopiedRowsFaultNamesColumnAndRow() async throws {
    try await withTables { database in
      let refusal = await refusal {
        try await database.read { snapshot in
          try snapshot.copyOut("SELECT n, CASE WHEN n < 3 THEN n END FROM generate_series(1::bigint, 5) AS n") { row in
            _ = try row.next(Int.self)
            _ = try row.next(Int.self)
          }
        }
      }
      #expect(refusal?.debugDescription == "unreadableResult · column 2 of row 3 holds NULL, which is no Int")
    }
  }

  @Test func aCopiedRowHasNoColumnBehindItsLast() async throws {
    try await withTables { database in
      let refusal = await refusal {
        try await database.read { snapshot in
          try snapshot.copyOut("SELECT 1::bigint") { row in
            _ = try row.nextInteger()
            _ = try row.nextInteger()
          }
        }
      }
      #expect(refusal?.debugDescription == "unreadableResult · the answer has no column 2")
    }
  }
}
