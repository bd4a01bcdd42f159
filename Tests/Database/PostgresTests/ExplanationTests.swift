import Testing
import Vocabulary

@testable import Postgres

@Suite struct ExplanationTests {
  static let reasons: [(PostgresError.Reason, Explanation)] = [
    (
      .badConnectionString,
      Explanation(
        .configuration, code: "bad-connection-string", "The database's address cannot be read.",
        hint: "Write it like postgresql://user@host:5432/name and keep the password in ~/.pgpass.")
    ),
    (
      .unreachable("There is no database \"dj\" on \"localhost\"."),
      Explanation(
        .unreachable, code: "database-unreachable", "There is no database \"dj\" on \"localhost\".",
        hint: "Check DATAJAM_DATABASE_URL or --db, and that the server runs; without either a private one is used.")
    ),
    (
      .serverTooOld(130_012),
      Explanation(
        .configuration, code: "server-too-old",
        "The database server is PostgreSQL 13, but this program needs 14 or newer.",
        hint: "Upgrade the server, or leave out --db to use a private one.")
    ),
    (
      .connectionLost,
      Explanation(
        .unreachable, code: "connection-lost",
        "The connection to the database broke before the work was finished: nothing was changed.",
        hint: "Run the same command again.")
    ),
    (
      .outcomeUnknown,
      Explanation(
        .unreachable, code: "outcome-unknown",
        "The connection to the database broke while the change was being saved, and the server does not answer: the change is stored either whole or not at all.",
        hint: "When the server is back, look before you run the command again: \(run: "log list")")
    ),
    (
      .poolExhausted(limit: 8),
      Explanation(
        .busy, code: "database-busy", "All 8 database connections have been in use for too long.",
        hint: "Try again in a moment.")
    ),
    (.closed, Explanation(.bug, code: "database-closed", "The database was used after it had been closed.")),
    (.unitEnded, Explanation(.bug, code: "unit-ended", "A unit of work was used after its end.")),
    (
      .nulCharacter,
      Explanation(
        .badData, code: "nul-character", "A text holds a NUL character, which the database cannot keep.",
        hint: "Remove it from the file or the argument and try again.")
    ),
    (
      .unreadableResult,
      Explanation(
        .bug, code: "unreadable-result", "The database answered in a form that this program does not expect.")
    ),
    (
      .schemaNewer(found: 9, known: 7),
      Explanation(
        .configuration, code: "schema-newer", "The database has schema v9, which is newer than this program's v7.",
        hint: "Use a newer datajam.")
    ),
    (
      .schemaOlder(found: 3, known: 7),
      Explanation(
        .configuration, code: "schema-older", "The database has schema v3, but this program needs v7.",
        hint: "Run: \(run: "db migrate")")
    ),
    (
      .migrationEdited("m0001_events"),
      Explanation(
        .configuration, code: "migration-edited",
        "The script \"m0001_events\" differs from the one that this database was built with.",
        hint: "Use the datajam that built the database, or a newer one.")
    ),
  ]

  @Test func everyReasonHasItsWords() {
    for (reason, words) in Self.reasons { #expect(PostgresError(reason).explanation == words) }
  }

  static let slow = Explanation(
    .busy, code: "database-busy", "The database took too long, because it is busy: nothing was changed.",
    hint: "Try again in a moment.")
  static let conflict = Explanation(
    .busy, code: "conflict", "Others kept changing the same data: nothing was changed.", hint: "Try again in a moment.")
  static let unprepared = Explanation(
    .configuration, code: "schema-older", "The database has not been prepared for datajam.",
    hint: "Run: \(run: "db migrate")")
  static let character = Explanation(
    .badData, code: "bad-character", "A text holds a character that the database cannot keep.",
    hint: "Remove it from the file or the argument and try again.")

  static let refusals: [(String?, Explanation)] = [
    ("57014", slow), ("55P03", slow), ("25P03", slow), ("40001", conflict), ("40P01", conflict),
    ("22021", character), ("22P05", character), ("42P01", unprepared), ("3F000", unprepared),
    ("53100", Explanation(.cannotWrite, code: "disk-full", "The database server's disk is full: nothing was changed.")),
    (
      "25006",
      Explanation(
        .configuration, code: "database-read-only", "The database accepts no changes: it is a read-only copy.",
        hint: "Name the primary server in DATAJAM_DATABASE_URL, or add target_session_attrs=read-write.")
    ),
    (
      "42501",
      Explanation(
        .configuration, code: "database-rights", "The database user has no right to do this.",
        hint: "Ask the database's owner, or connect as the user who ran: \(run: "db migrate")")
    ),
    ("23505", Explanation(.bug, code: "database-refused", "The database refused the request (23505).")),
    (nil, Explanation(.bug, code: "database-refused", "The database refused the request (no code).")),
  ]

  @Test func everyCodeHasItsWords() {
    for (code, words) in Self.refusals { #expect(PostgresError(.refused, sqlState: code).explanation == words) }
  }

  @Test func noFreeConnectionIsABusyServer() {
    let explanation = PostgresError(.unreachable("It has no free connection."), sqlState: "53300").explanation
    #expect(explanation.kind == .busy)
  }

  /// The server's own words hold the values; they are for `-v` only.
  @Test func aRefusalNamesItsConstraintAndShowsNoValues() async throws {
    try await withTables("CREATE TABLE person (mail text CONSTRAINT person_mail_once UNIQUE)") { database in
      let refusal = await refusal {
        try await database.write { unit in
          try unit.execute("INSERT INTO person VALUES (\("eve@example.org")), (\("eve@example.org"))")
        }
      }
      #expect(refusal?.reason == .refused)
      #expect(refusal?.sqlState == "23505")
      #expect(refusal?.constraint == "person_mail_once")
      #expect(
        refusal?.explanation
          == Explanation(.bug, code: "database-refused", "The database refused the request (23505)."))
      #expect(refusal?.debugDescription.contains("Key (mail)=(eve@example.org) already exists.") == true)
    }
  }

  @Test(arguments: [("mentor_free_102176", "mentor_free"), ("mentor_free", "mentor_free"), ("free_2b", "free_2b")])
  func aShardsNumberIsNoPartOfAConstraintsName(found: String, told: String) async throws {
    try await withTables("CREATE TABLE slot (number int CONSTRAINT \(found) CHECK (number > 0))") { database in
      let refusal = await refusal { try await database.write { try $0.execute("INSERT INTO slot VALUES (0)") } }
      #expect(refusal?.constraint == told)
    }
  }

  @Test func whatTheServerSaysOnTheWayOutIsTakenForALostConnection() {
    let codes = ["08000", "08006", "08P01", "57P01", "57P02", "57P03", "57014", "40001", nil]
    #expect(codes.map(PostgresError.meansLost) == [true, true, false, true, true, true, false, false, false])
  }

  @Test func aStatementWithTooFewValuesIsNoLostConnection() async throws {
    try await withTables { database in
      let refusal = await refusal { _ = try await database.number(SQL(script: "SELECT $1::int")) }
      #expect(refusal?.reason == .refused)
      #expect(refusal?.sqlState == "08P01")
    }
  }
}
