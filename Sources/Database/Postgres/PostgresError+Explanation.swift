public import Vocabulary

extension PostgresError {
  public var explanation: Explanation {
    switch reason {
    case .badConnectionString:
      Explanation(
        .configuration, code: "bad-connection-string", "The database's address cannot be read.",
        hint: "Write it like postgresql://user@host:5432/name and keep the password in ~/.pgpass.")
    case .unreachable(let why):
      sqlState == "53300"
        ? Explanation(.busy, code: "database-full", why, hint: "Try again in a moment.")
        : Explanation(
          .unreachable, code: "database-unreachable", why,
          hint: "Check DATAJAM_DATABASE_URL or --db, and that the server runs; without either a private one is used.")
    case .serverTooOld(let version):
      Explanation(
        .configuration, code: "server-too-old",
        "The database server is PostgreSQL \(version / 10_000), but this program needs 14 or newer.",
        hint: "Upgrade the server, or leave out --db to use a private one.")
    case .refused: refusal
    case .connectionLost:
      Explanation(
        .unreachable, code: "connection-lost",
        "The connection to the database broke before the work was finished: nothing was changed.",
        hint: "Run the same command again.")
    case .outcomeUnknown:
      Explanation(
        .unreachable, code: "outcome-unknown",
        "The connection to the database broke while the change was being saved, and the server does not answer: "
          + "the change is stored either whole or not at all.",
        hint: "When the server is back, look before you run the command again: \(run: "log list")")
    case .poolExhausted(let limit):
      Explanation(
        .busy, code: "database-busy", "All \(limit) database connections have been in use for too long.",
        hint: "Try again in a moment.")
    case .closed: Explanation(.bug, code: "database-closed", "The database was used after it had been closed.")
    case .unitEnded: Explanation(.bug, code: "unit-ended", "A unit of work was used after its end.")
    case .nulCharacter:
      Explanation(
        .badData, code: "nul-character", "A text holds a NUL character, which the database cannot keep.",
        hint: "Remove it from the file or the argument and try again.")
    case .unreadableResult:
      Explanation(.bug, code: "unreadable-result", "The database answered in a form that this program does not expect.")
    case .schemaNewer(let found, let known):
      Explanation(
        .configuration, code: "schema-newer",
        "The database has schema v\(found), which is newer than this program's v\(known).",
        hint: "Use a newer datajam.")
    case .schemaOlder(let found, let known):
      Explanation(
        .configuration, code: "schema-older",
        "The database has schema v\(found), but this program needs v\(known).",
        hint: "Run: \(run: "db migrate")")
    case .migrationEdited(let name):
      Explanation(
        .configuration, code: "migration-edited",
        "The script \(quoted(name)) differs from the one that this database was built with.",
        hint: "Use the datajam that built the database, or a newer one.")
    }
  }

  /// A refusal that no feature has put in its own words.
  private var refusal: Explanation {
    switch sqlState {
    case "57014", "55P03", "25P03":
      Explanation(
        .busy, code: "database-busy", "The database took too long, because it is busy: nothing was changed.",
        hint: "Try again in a moment.")
    case "40001", "40P01":
      Explanation(
        .busy, code: "conflict", "Others kept changing the same data: nothing was changed.",
        hint: "Try again in a moment.")
    case "22021", "22P05":
      Explanation(
        .badData, code: "bad-character", "A text holds a character that the database cannot keep.",
        hint: "Remove it from the file or the argument and try again.")
    case "53100":
      Explanation(.cannotWrite, code: "disk-full", "The database server's disk is full: nothing was changed.")
    case "25006":
      Explanation(
        .configuration, code: "database-read-only", "The database accepts no changes: it is a read-only copy.",
        hint: "Name the primary server in DATAJAM_DATABASE_URL, or add target_session_attrs=read-write.")
    case "42501":
      Explanation(
        .configuration, code: "database-rights", "The database user has no right to do this.",
        hint: "Ask the database's owner, or connect as the user who ran: \(run: "db migrate")")
    case "42P01", "3F000":
      Explanation(
        .configuration, code: "schema-older", "The database has not been prepared for datajam.",
        hint: "Run: \(run: "db migrate")")
    default:
      Explanation(.bug, code: "database-refused", "The database refused the request (\(sqlState ?? "no code")).")
    }
  }
}
