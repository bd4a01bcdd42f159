import Postgres
import Testing
import Vocabulary

@Suite struct ArrayTests {
  static let texts = [
    "", " ", "NULL", "null", "a,b", "{}", "{a}", "\"", "\\", "\\\"", "'", "\t\n\r", "\u{1F3C6}", "e\u{301}",
    "\"\u{301}", "\\\u{301}", " padded ", "\\N", "\\.",
  ]

  @Test func textsInAnArrayComeBackUnharmed() async throws {
    try await withTables { database in
      let back = try await database.texts("SELECT unnest(\(Self.texts)::text[])")
      #expect(back == Self.texts)
      let gaps: [String?] = [nil, "NULL", nil, ""]
      let gapsBack = try await database.texts("SELECT unnest(\(gaps)::text[])")
      #expect(gapsBack == gaps)
    }
  }

  @Test func numbersInAnArrayKeepTheirOrder() async throws {
    try await withTables { database in
      try await database.read { snapshot in
        func check<Value: SQLDecodable & Equatable>(_ values: [Value], _ sql: SQL) throws {
          let back = try snapshot.rows(sql).map { try $0.first(as: Value.self) }
          #expect(back == values)
        }
        let numbers = [Int.min, 3, 1, 2, .max]
        try check(numbers, "SELECT unnest(\(numbers)::bigint[])")
        let wide = [Int64.min, .max]
        try check(wide, "SELECT unnest(\(wide)::bigint[])")
        let signs = [true, false, true]
        try check(signs, "SELECT unnest(\(signs)::boolean[])")
        let teams = [TeamID(2), TeamID(1)]
        try check(teams, "SELECT unnest(\(teams)::bigint[])")
        let points = [Points(thousandths: -1), Points(thousandths: 6500)]
        try check(points, "SELECT unnest(\(points)::bigint[])")
        let slugs = [try Slug("b"), try Slug("a-1")]
        try check(slugs, "SELECT unnest(\(slugs)::text[])")
        try check(Language.allCases, "SELECT unnest(\(Language.allCases)::text[])")
      }
    }
  }

  @Test func anEmptyArrayOfAnythingIsEmpty() async throws {
    try await withTables { database in
      let none: [SQL] = [
        "SELECT cardinality(\([String]())::text[])", "SELECT cardinality(\([String?]())::text[])",
        "SELECT cardinality(\([Int]())::bigint[])", "SELECT cardinality(\([Bool]())::boolean[])",
        "SELECT cardinality(\([TeamID]())::bigint[])", "SELECT length(\([UInt8]()))",
      ]
      for sql in none {
        let count = try await database.number(sql)
        #expect(count == 0, "\(sql.text)")
      }
    }
  }

  @Test func tenThousandTextsGoInOneArray() async throws {
    try await withTables { database in
      let many = (0..<10_000).map { "text \($0) \"\\" }
      let back16 = try await database.texts("SELECT unnest(\(many)::text[])")
      #expect(back16 == many)
    }
  }
}
