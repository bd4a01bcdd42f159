import Postgres
import Testing
import Vocabulary

@Suite struct ValueTests {
  /// Writes each value into a column of the type and reads it again.
  func comesBack<Value: SQLEncodable & SQLDecodable>(
    _ values: [Value], as type: String, in unit: UnitOfWork
  ) throws -> [Value] {
    let table = "kept as \(type)"
    try unit.execute("DROP TABLE IF EXISTS \(identifier: table)")
    try unit.execute(SQL(script: "CREATE TABLE \"\(table)\" (place bigint, value \(type))"))
    for (place, value) in values.enumerated() {
      try unit.execute("INSERT INTO \(identifier: table) VALUES (\(place), \(value))")
    }
    return try unit.rows("SELECT value FROM \(identifier: table) ORDER BY place").map { try $0["value"] }
  }

  @Test func everyValueComesBackAsItWent() async throws {
    try await withTables { database in
      try await database.write { unit in
        func check<Value: SQLEncodable & SQLDecodable & Equatable>(_ values: [Value], as type: String) throws {
          let back = try comesBack(values, as: type, in: unit)
          #expect(back == values, "\(type)")
        }
        try check([Int.min, -1, 0, 1, .max], as: "bigint")
        try check([Int64.min, -1, 0, 1, .max], as: "bigint")
        try check([Int(Int32.min), 0, Int(Int32.max)], as: "integer")
        try check([Int(Int16.min), 0, Int(Int16.max)], as: "smallint")
        try check([true, false], as: "boolean")
        try check(["", " ", "one", "\u{1F3C6}", "e\u{301}", "\u{E9}"], as: "text")
        try check([String?.none, "", "NULL", nil], as: "text")
        try check([Int?.none, 7, nil], as: "bigint")
        try check([[], [0], Array(0...255), Array(repeating: 0, count: 1 << 20)] as [[UInt8]], as: "bytea")
        try check([TeamID(.min), TeamID(0), TeamID(.max)], as: "bigint")
        let slugs = try ["a", "buyer-resist", String(repeating: "z", count: 60)].map(Slug.init)
        try check(slugs, as: "text")
        try check([Points(thousandths: .min), Points(thousandths: 6500), Points(thousandths: .max)], as: "bigint")
        try check(
          [LocalizedText(), LocalizedText([.english: "Prize \"1\" \\ é", .french: "Prix\n\u{1F3C6}"])], as: "jsonb")
        try check(Phase.allCases, as: "text")
        try check(Role.allCases, as: "text")
        try check(Channel.allCases, as: "text")
        try check(Language.allCases, as: "text")
      }
    }
  }

  /// Compared bit by bit, because NaN is not itself and 0 equals -0.
  @Test func everyFloatingPointNumberComesBackBitByBit() async throws {
    try await withTables { database in
      try await database.write { unit in
        let values = [
          0, -0.0, .pi, .ulpOfOne, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, .infinity, -.infinity, .nan, 0.1,
        ]
        let back = try comesBack(values, as: "double precision", in: unit)
        #expect(back.map(\.bitPattern) == values.map(\.bitPattern))
      }
    }
  }

  /// The server's first and last instants are 4714-11-24 BC and 294276-12-31.
  static let first = Timestamp(microseconds: -211_813_488_000_000_000 + 946_684_800_000_000)

  @Test func theExtremesOfTimeComeBack() async throws {
    try await withTables { database in
      try await database.write { unit in
        let times = [
          Self.first, Timestamp(microseconds: -1), Timestamp(microseconds: 0), Timestamp(microseconds: .max),
        ]
        try #expect(comesBack(times, as: "timestamptz", in: unit) == times)
        let days = ["0001-01-01", "1582-10-10", "1969-12-31", "2000-02-29", "9999-12-31"]
        let dates = days.compactMap(CalendarDate.init)
        try #expect(comesBack(dates, as: "date", in: unit) == dates)
        let asText: SQL = "SELECT value::text FROM \"kept as date\" ORDER BY place"
        let texts = try unit.rows(asText).map { try $0.first(as: String.self) }
        #expect(texts == days)
      }
    }
  }

  @Test(arguments: [Int64.min, .min + 1, .min + 946_684_800_000_000, first.microseconds - 1] as [Int64])
  func anInstantThatTheServerCannotKeepIsRefused(microseconds: Int64) async throws {
    try await withTables { database in
      let refusal = await refusal {
        try await database.write { unit in
          _ = try unit.value("SELECT (\(Timestamp(microseconds: microseconds)))::text", as: String.self)
        }
      }
      #expect(refusal?.sqlState == "22008")
    }
  }

  @Test(arguments: ["'infinity'::timestamptz", "'-infinity'::timestamptz", "'infinity'::date", "'-infinity'::date"])
  func infinityIsNoInstantAndNoDay(text: String) async throws {
    try await withTables { database in
      let isDate = text.hasSuffix("date")
      let refusal = await refusal {
        try await database.read { snapshot in
          let row = try snapshot.row(SQL(script: "SELECT \(text) AS moment"))
          if isDate { let _: CalendarDate? = try row?["moment"] } else { let _: Timestamp? = try row?["moment"] }
        }
      }
      #expect(refusal?.reason == .unreadableResult)
    }
  }

  @Test func aDayOutsideOurCalendarIsUnreadable() async throws {
    try await withTables { database in
      for text in ["'0001-12-31 BC'", "'10000-01-01'"] {
        let refusal = await refusal {
          _ = try await database.read { try $0.value(SQL(script: "SELECT \(text)::date"), as: CalendarDate.self) }
        }
        #expect(refusal?.reason == .unreadableResult)
      }
    }
  }

  /// The server infers a type for a NULL that tells none; the next value must not be read as one of that type.
  @Test func aStatementRunWithNullFirstTakesValuesAfterwards() async throws {
    try await withTables("CREATE TABLE kept (place integer, amount numeric, share real)") { database in
      try await database.write { unit in
        for value in [nil, 7, nil, 8] as [Int?] {
          try unit.execute("INSERT INTO kept VALUES (\(value), \(value), \(value.map(Double.init)))")
        }
        let texts = try unit.rows("SELECT concat_ws('|', place, amount, share) FROM kept ORDER BY place").map {
          try $0.first(as: String.self)
        }
        #expect(texts == ["7|7|7", "8|8|8", "", ""])
      }
    }
  }

  @Test func theSameWordsWithValuesOfOtherTypesMeanAnotherStatement() async throws {
    try await withTables { database in
      try await database.read { snapshot in
        try #expect(snapshot.value("SELECT \(1)") == 1)
        try #expect(snapshot.value("SELECT \("one")") == "one")
        try #expect(snapshot.value("SELECT \(true)") == true)
        try #expect(snapshot.value("SELECT \(2.5)") == 2.5)
        try #expect(snapshot.value("SELECT \([1, 2, 3] as [UInt8])") == [1, 2, 3] as [UInt8])
        try #expect(snapshot.value("SELECT \(2)") == 2)
      }
    }
  }
}
