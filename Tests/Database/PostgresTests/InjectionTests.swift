import Postgres
import Testing

@Suite struct InjectionTests {
  static let corpus = [
    "'; DROP TABLE note; --", "\"; DROP TABLE note; --", "'' OR '1'='1", "\\'; DROP TABLE note; --", "$1",
    "$$; DROP $$",
    "$tag$ it $tag$", "E'\\x27'", "U&'\\0027'", "%s %d %n", "${HOME} `id`", "/* */ -- ;", "\\", "\\\\", "\\.", "\\N",
    "\t\r\n\u{B}\u{C}", "\u{1}\u{7F}\u{85}", "\u{FEFF}bom", "\u{202E}override", "שלום مرحبا",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    "\u{10FFFF}\u{FFFD}", "e\u{301} \u{E9}", "'\u{301}; DROP TABLE note; --", "NULL", "",
    String(repeating: "long 'text' ", count: 90_000),
  ]

  /// Compared by bytes: Swift takes two texts for equal that are only canonically so.
  func bytes(_ texts: [String?]) -> [[UInt8]] { texts.map { Array(($0 ?? "NULL!").utf8) } }

  @Test func whatIsWrittenComesBackUnharmedAndNothingElseHappens() async throws {
    try await withTables("CREATE TABLE note (place bigint, words text)") { database in
      try await database.write { unit in
        for (place, text) in Self.corpus.enumerated() {
          try unit.execute("INSERT INTO note VALUES (\(place), \(text))")
        }
      }
      let back = try await database.texts("SELECT words FROM note ORDER BY place")
      #expect(bytes(back) == bytes(Self.corpus))
      for text in Self.corpus {
        let found = try await database.number("SELECT count(*) FROM note WHERE words = \(text)")
        #expect(found == 1)
      }
    }
  }

  @Test func aCopyBringsThemUnharmedAsWell() async throws {
    try await withTables("CREATE TABLE note (place bigint, words text)") { database in
      try await database.write { unit in
        try unit.copyIn("note", columns: ["place", "words"]) { writer in
          for (place, text) in Self.corpus.enumerated() {
            writer.add(place)
            writer.add(text)
            try writer.endRow()
          }
        }
      }
      #expect(bytes(try await database.texts("SELECT words FROM note ORDER BY place")) == bytes(Self.corpus))
    }
  }

  @Test(arguments: [
    "a", "A", "select", "a b", "a\"b", "\"", "\"\"", "\"\u{301}; DROP TABLE note; --", "a'b", "a\\b", "a.b", "é", "$1",
  ])
  func anIdentifierIsOnlyEverAName(name: String) async throws {
    try await withTables { database in
      let found = try await database.write { unit in
        try unit.execute("CREATE TABLE \(identifier: name) (\(identifier: name) text)")
        try unit.copyIn(name, columns: [name]) { writer in
          writer.add("here")
          try writer.endRow()
        }
        try #expect(unit.value("SELECT \(identifier: name) FROM \(identifier: name)") == "here")
        return try unit.value(
          "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'datajam'::regnamespace", as: String.self
        )
      }
      #expect(found.map { Array($0.utf8) } == Array(name.utf8))
    }
  }

  @Test func aNulIsRefusedWhereverItStands() async throws {
    try await withTables("CREATE TABLE note (words text)") { database in
      let attempts: [@Sendable (UnitOfWork) throws -> Void] = [
        { try $0.execute("INSERT INTO note VALUES (\("a\0b"))") },
        { try $0.execute("INSERT INTO note SELECT unnest(\(["a", "b\0"])::text[])") },
        { try $0.execute(SQL(script: "INSERT INTO note VALUES ('a\0b')")) },
        { _ = try $0.rows("SELECT 1 AS \(identifier: "a\0b")") },
        { unit in
          try unit.copyIn("note", columns: ["words"]) { writer in
            writer.add("a\0b")
            try writer.endRow()
          }
        },
        { try $0.copyIn("note\0", columns: ["words"]) { _ in } },
        { try $0.copyOut(SQL(script: "SELECT 1\0")) { _ in } },
        { try $0.pipeline(["INSERT INTO note VALUES (\("a\0b"))"]) },
      ]
      for (number, attempt) in attempts.enumerated() {
        let refusal = await refusal { try await database.write(attempt) }
        #expect(refusal?.reason == .nulCharacter, "attempt \(number)")
      }
      let refusal = await refusal { try await database.run("SELECT 1; \0 DROP TABLE note") }
      #expect(refusal?.reason == .nulCharacter)
      try await #expect(database.number("SELECT count(*) FROM note") == 0)
    }
  }
}
