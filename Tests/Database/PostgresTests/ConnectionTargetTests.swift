import Testing
import Vocabulary

@testable import Postgres

@Suite struct ConnectionTargetTests {
  /// Addresses that cannot be read, or that libpq reads otherwise than their writer meant; the secret is "s3cr", "3t".
  static let unreadable = [
    "postgresql://ada:s3cr3t@host:port:1/name",
    "postgresql://ada:s3cr@3t@host/name",
    "postgresql://ada:s3cr/3t@host/name",
    "postgresql://ada:s3cr3t@[::1/name",
    "postgresql://ada:s3cr3t@host/name?nonsense=1",
    "postgresql://ada:s3cr%3t@host",
    "host=h password='s3cr3t",
    "host=h password=s3cr 3t",
    "password=s3cr3t nonsense=1",
    "postgresql://ada:12/3t@host/name",
    "dbname='postgresql://ada:s3cr3t@host/name'",
    "dbname='host=h password=s3cr3t'",
    "mysql://ada:s3cr3t@host/name",
    "host=h password=s3cr3t\0",
    "s3cr3t",
  ]

  @Test(arguments: unreadable) func anAddressThatCannotBeReadIsNotEchoed(text: String) {
    let refusal = #expect(throws: PostgresError.self) { try ConnectionTarget(text) }
    #expect(refusal?.reason == .badConnectionString)
    #expect(refusal?.debugDescription == "badConnectionString")
    #expect(refusal?.debugText == "")
  }

  @Test(arguments: [
    ("postgresql://ada:s3cr3t@host:5433/name?sslmode=require", "\"name\" on \"host\""),
    ("postgresql://ada:s3cr%2F%40%3A3t@one:1,two:2/name", "\"name\" on \"one,two\""),
    ("postgresql://ada%40azure:s3cr3t@[::1]/name", "\"name\" on \"::1\""),
    ("host=/tmp/socket user=ada password=s3cr3t", "\"ada\" on \"/tmp/socket\""),
    ("hostaddr=127.0.0.1 dbname=name password='s3cr 3t'", "\"name\" on \"127.0.0.1\""),
    ("host=@abstract dbname=name", "\"name\" on \"@abstract\""),
    ("", "\"the default database\" on \"the default socket\""),
  ])
  func aTargetShowsDatabaseAndHostOnly(text: String, shown: String) throws {
    let target = try ConnectionTarget(text)
    #expect(target.description == shown)
    #expect(String(reflecting: target) == shown)
    #expect("\([target])" == "[\(shown)]")
    var dumped = ""
    dump(target, to: &dumped)
    #expect(!dumped.contains("3t"))
  }

  @Test func anotherDatabaseOnTheSameServerKeepsTheRest() throws {
    let target = try ConnectionTarget("postgresql://ada:s3cr3t@host:5433/name")
    let other = target.database(named: "other")
    #expect(other.description == "\"other\" on \"host\"")
    #expect(
      Dictionary(uniqueKeysWithValues: other.parameters.map { ($0.keyword, $0.value) }) == [
        "user": "ada", "password": "s3cr3t", "host": "host", "port": "5433", "dbname": "other",
      ])
  }

  static let target = ConnectionTarget(socketFolder: "/s", database: "dj", user: "ada")

  @Test(arguments: [
    ("", true, false, "asks for a password, and none was given."),
    ("FATAL:  password authentication failed for user \"ada\"", false, true, "refused the password."),
    ("FATAL:  sorry, too many clients already", false, false, "has no free connection."),
    ("FATAL:  too many connections for role \"ada\"", false, false, "has no free connection."),
    ("FATAL:  remaining connection slots are reserved for", false, true, "has no free connection."),
    ("FATAL:  role \"ada\" does not exist", false, false, "does not know this user."),
    ("FATAL:  Peer authentication failed for user \"ada\"", false, false, "does not know this user."),
    ("FATAL:  database \"roleplay\" does not exist", false, false, ""),
    ("FATAL:  la base de données « dj » n'existe pas", false, false, "cannot be reached."),
    ("could not connect to server", false, false, "cannot be reached."),
  ])
  func whatLibpqSaysIsPutInOurWords(words: String, needsPassword: Bool, usedPassword: Bool, message: String) {
    let failure = PostgresError.unreachable(
      Self.target, words, needsPassword: needsPassword, usedPassword: usedPassword)
    let there = "There is no database \"dj\" on \"/s\"."
    #expect(failure.explanation.message == (message.isEmpty ? there : "The database \"dj\" on \"/s\" \(message)"))
  }

  @Test func aServerOlderThan14IsTooOld() {
    #expect(PostgresError.tooOld(139_999)?.reason == .serverTooOld(139_999))
    let message = "The database server is PostgreSQL 9, but this program needs 14 or newer."
    #expect(PostgresError.tooOld(90_624)?.explanation.message == message)
    #expect(PostgresError.tooOld(140_000)?.reason == nil)
  }
}
