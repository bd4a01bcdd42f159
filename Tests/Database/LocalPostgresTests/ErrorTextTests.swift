import Testing
import Vocabulary

@testable import LocalPostgres

@Suite struct ErrorTextTests {
  private static let cases: [(LocalClusterError, Explanation.Kind, String, String)] = [
    (
      .noHome, .configuration, "There is no home folder in which the private database could stand.",
      "Set DATAJAM_HOME to a folder of your own, or HOME."
    ),
    (
      .cannotWrite("/srv/event", 30), .cannotWrite, "\"/srv/event\" cannot be written: Read-only file system.",
      "Make room or give yourself the right to write, or set DATAJAM_HOME to another folder."
    ),
    (
      .cannotRead("/srv/event", 13), .notAllowed, "\"/srv/event\" cannot be read: Permission denied.",
      "Ask the folder's owner, or set DATAJAM_HOME to a folder of your own."
    ),
    (
      .cannotEnter("/root", user: "postgres"), .configuration,
      "The user \"postgres\", as whom PostgreSQL has to run, cannot enter the folder \"/root\".",
      "Set DATAJAM_HOME to a folder that every user can reach, such as /var/lib/datajam."
    ),
    (
      .untrustedFolder("/tmp/datajam-0-1"), .configuration,
      "The folder \"/tmp/datajam-0-1\" is needed for the database's socket, but it is a link or other users can write it.",
      "Set DATAJAM_HOME to a shorter path of your own, or have that folder removed."
    ),
    (
      .notACluster("/srv/event/data"), .configuration,
      "The folder \"/srv/event/data\" holds something that is not a PostgreSQL database.",
      "Move it away, or set DATAJAM_HOME to another folder."
    ),
    (
      .noPrograms, .configuration,
      "PostgreSQL's server programs are not installed here, and the private database needs them.",
      "Install them (apt-get install postgresql), name their folder in DATAJAM_PG_BINDIR, "
        + "or name a database with --db or DATAJAM_DATABASE_URL."
    ),
    (
      .incompletePrograms("/opt/pg", missing: "initdb"), .configuration,
      "DATAJAM_PG_BINDIR names \"/opt/pg\", where the program \"initdb\" is missing.",
      "Name the folder that holds initdb, postgres and pg_ctl, or unset DATAJAM_PG_BINDIR."
    ),
    (
      .programsTooOld(13), .configuration,
      "The PostgreSQL installed here is version 13, but the private database needs 14 or newer.",
      "Install a newer one, or name a database with --db or DATAJAM_DATABASE_URL."
    ),
    (
      .otherVersion(data: 15, programs: 17), .configuration,
      "The private database was made by PostgreSQL 15, but the one installed here is version 17.",
      "Install PostgreSQL 15, or name its programs' folder in DATAJAM_PG_BINDIR."
    ),
    (
      .cannotRun("/opt/pg/initdb", 13), .configuration,
      "The program \"/opt/pg/initdb\" cannot be run: Permission denied.",
      "Repair it, or name another folder of programs in DATAJAM_PG_BINDIR."
    ),
    (
      .noServerAccount, .configuration,
      "PostgreSQL refuses to run as \"root\", and there is no user \"postgres\" as whom it could run.",
      "Add that user (useradd --system postgres), or run datajam as an ordinary user."
    ),
    (
      .unknownUser(4711), .configuration,
      "The user with number 4711 has no name on this computer, and PostgreSQL needs one.",
      "Add the user to /etc/passwd, or name a database with --db or DATAJAM_DATABASE_URL."
    ),
    (
      .cannotMake(log: "/e/postgres.log"), .cannotWrite, "The private database could not be made.",
      "The last lines of the log say why, often a full disk: /e/postgres.log"
    ),
    (
      .startFailed(log: "/e/postgres.log"), .unreachable, "The private database does not start.",
      "The last lines of the log say why: /e/postgres.log"
    ),
    (
      .notAnswering(log: "/e/postgres.log"), .busy, "The private database is starting, but does not answer yet.",
      "Try again in a moment; the log says how far it is: /e/postgres.log"
    ),
    (
      .stillStopping(process: 4711, log: "/e/postgres.log"), .busy,
      "The private database was told to stop, but its process 4711 still runs.",
      "Try again in a moment; the log says why: /e/postgres.log"
    ),
    (
      .busy("/srv/event"), .busy,
      "Another program has been starting or stopping the private database in \"/srv/event\" for too long.",
      "Try again when it is done."
    ),
  ]

  @Test(arguments: cases)
  func `each error says what is wrong and what to do next`(
    error: LocalClusterError, kind: Explanation.Kind, message: String, hint: String
  ) {
    #expect(error.explanation.kind == kind)
    #expect(error.explanation.message == message)
    #expect(error.explanation.hint?.description == hint)
  }

  @Test func `no two errors share a code`() {
    #expect(Set(Self.cases.map(\.0.explanation.code)).count == Self.cases.count)
  }
}
