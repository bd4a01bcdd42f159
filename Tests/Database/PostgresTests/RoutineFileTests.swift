import TestDatabase
import Testing
import Vocabulary

@testable import Postgres

/// A schema whose only table asks one function about its values and is read through another.
@Suite struct RoutineFileTests {
  static let steps = [
    Migration(
      version: 1, name: "m0001_notes",
      script: "CREATE TABLE note (words text CONSTRAINT note_short CHECK (is_short(words)))"),
    Migration(version: 2, name: "m0002_first", script: "INSERT INTO note VALUES ('one')"),
  ]
  /// A change in a routine file and nothing else.
  static let thirdStep = Migration(version: 3, name: "m0003_louder")

  static let short = RoutineFile(
    name: "short",
    script: """
      CREATE OR REPLACE FUNCTION is_short(words text) RETURNS boolean IMMUTABLE LANGUAGE sql
        AS $$ SELECT length(words) < 10 $$
      """)

  /// Says the words of all notes; creates a row of `run` each time that it is run.
  static func saying(_ words: String) -> RoutineFile {
    RoutineFile(
      name: "said",
      script: """
        CREATE OR REPLACE FUNCTION said() RETURNS text STABLE LANGUAGE sql AS $$ SELECT \(words) FROM note $$;
        CREATE TABLE IF NOT EXISTS run (number bigint GENERATED ALWAYS AS IDENTITY);
        INSERT INTO run DEFAULT VALUES
        """)
  }

  static let first = Migrator(steps, routinesForTables: [short], routines: [saying("min(words)")])
  static let second = Migrator(
    steps + [thirdStep], routinesForTables: [short], routines: [saying("upper(min(words))")])

  @discardableResult
  func migrate(_ migrator: Migrator, _ database: Database) async throws -> [Int] {
    try await database.session { try migrator.migrate(in: $0).map(\.version) }
  }

  func status(_ migrator: Migrator, _ database: Database) async throws -> Migrator.Status {
    try await database.session { try migrator.status(in: $0) }
  }

  func recorded(_ database: Database) async throws -> [String?] {
    try await database.texts("SELECT name || ' ' || checksum FROM schema_routine ORDER BY name")
  }

  func records(of files: RoutineFile...) -> [String?] { files.map { "\($0.name) \($0.checksum)" } }

  @Test func tablesFindWhatTheyCallAndRoutinesFindTheTables() async throws {
    try await TestServer.withEmptyDatabase { database in
      try await #expect(migrate(Self.first, database) == [1, 2])
      try await #expect(database.texts("SELECT said()") == ["one"])
      try await #expect(recorded(database) == records(of: Self.saying("min(words)"), Self.short))
      try await #expect(status(Self.first, database).isCurrent)
    }
  }

  @Test func aChangedFileRunsOnceAndIsRecorded() async throws {
    try await TestServer.withEmptyDatabase { database in
      try await migrate(Self.first, database)
      try await #expect(status(Self.second, database) == Migrator.Status(found: 2, known: 3))
      try await #expect(migrate(Self.second, database) == [3])
      try await #expect(migrate(Self.second, database) == [])
      try await #expect(database.texts("SELECT said()") == ["ONE"])
      try await #expect(database.number("SELECT count(*) FROM run") == 2)
      try await #expect(recorded(database) == records(of: Self.saying("upper(min(words))"), Self.short))
    }
  }

  @Test func aFailingFileLeavesEverythingAsItWas() async throws {
    try await TestServer.withEmptyDatabase { database in
      try await migrate(Self.first, database)
      let failing = RoutineFile(
        name: "said", script: "DELETE FROM note; CREATE OR REPLACE FUNCTION said() RETURNS void")
      let table = Migration(version: 3, name: "m0003_table", script: "CREATE TABLE half (number bigint)")
      let migrator = Migrator(Self.steps + [table], routinesForTables: [Self.short], routines: [failing])
      let refusal = await refusal { try await migrate(migrator, database) }
      #expect(refusal?.sqlState == "42P13")
      try await #expect(database.texts("SELECT said()") == ["one"])
      try await #expect(database.number("SELECT count(*) FROM pg_class WHERE relname = 'half'") == 0)
      try await #expect(recorded(database) == records(of: Self.saying("min(words)"), Self.short))
      try await database.session { try Self.first.requireCurrent(in: $0) }
    }
  }

  @Test func anOlderProgramRefusesNewerRoutines() async throws {
    try await TestServer.withEmptyDatabase { database in
      try await migrate(Self.second, database)
      for _ in 0..<2 {
        let refusal = await refusal { try await migrate(Self.first, database) }
        #expect(refusal?.reason == .schemaNewer(found: 3, known: 2))
      }
      let asked = await refusal { try await database.session { try Self.first.requireCurrent(in: $0) } }
      #expect(asked?.reason == .schemaNewer(found: 3, known: 2))
      try await #expect(database.texts("SELECT said()") == ["ONE"])
    }
  }

  @Test(arguments: [
    ([saying("max(words)")], "said"), ([], "said"),
    ([saying("min(words)"), RoutineFile(name: "new", script: "")], "new"),
  ])
  func aChangeWithoutAMigrationIsRefused(files: [RoutineFile], name: String) async throws {
    try await TestServer.withEmptyDatabase { database in
      try await migrate(Self.first, database)
      let edited = Migrator(Self.steps, routinesForTables: [Self.short], routines: files)
      let migrating = await refusal { try await migrate(edited, database) }
      #expect(migrating?.reason == .migrationEdited(name))
      let asked = await refusal { try await status(edited, database) }
      #expect(asked?.reason == .migrationEdited(name))
      try await #expect(database.texts("SELECT said()") == ["one"])
    }
  }

  @Test func aFileThatIsGoneIsNoLongerRecorded() async throws {
    try await TestServer.withEmptyDatabase { database in
      try await migrate(Self.first, database)
      let gone = Migration(version: 3, name: "m0003_gone", script: "DROP FUNCTION said()")
      let migrator = Migrator(Self.steps + [gone], routinesForTables: [Self.short])
      try await #expect(migrate(migrator, database) == [3])
      try await #expect(recorded(database) == records(of: Self.short))
      try await #expect(status(migrator, database).isCurrent)
    }
  }

  @Test func aFileThatEndsTheTransactionIsRefused() async throws {
    try await TestServer.withEmptyDatabase { database in
      let migrator = Migrator(
        Self.steps, routinesForTables: [Self.short], routines: [RoutineFile(name: "x", script: "COMMIT")])
      let refusal = await refusal { try await migrate(migrator, database) }
      #expect(refusal?.reason == .refused)
    }
  }

  @Test(arguments: [2, 8]) func programsThatStartAtOnceTakeTurns(count: Int) async throws {
    try await TestServer.withEmptyDatabase(limit: count) { database in
      try await migrate(Self.first, database)
      let ran = try await withThrowingTaskGroup { group in
        for _ in 0..<count { group.addTask { try await migrate(Self.second, database) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(ran.filter { !$0.isEmpty } == [[3]])
      #expect(ran.count == count)
      try await #expect(database.number("SELECT count(*) FROM run") == 2)
    }
  }

  /// A program of each version at once: the older one comes first or is refused.
  @Test(.timeLimit(.minutes(2))) func anOlderAndANewerProgramAtOnceEndWithTheNewer() async throws {
    try await TestServer.withEmptyDatabase(limit: 8) { database in
      await withTaskGroup { group in
        for number in 0..<8 {
          group.addTask {
            do {
              try await migrate(number.isMultiple(of: 2) ? Self.first : Self.second, database)
            } catch {
              #expect((error as? PostgresError)?.reason == .schemaNewer(found: 3, known: 2))
            }
          }
        }
      }
      try await #expect(status(Self.second, database).isCurrent)
      try await #expect(database.texts("SELECT said()") == ["ONE"])
    }
  }
}
