import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LocalClusterError {
  var folderExplanation: Explanation {
    switch self {
    case .cannotWrite(let path, let reason):
      Explanation(
        .cannotWrite, code: "home-not-writable", "\(quoted(path)) cannot be written: \(words(for: reason)).",
        hint: "Make room or give yourself the right to write, or set DATAJAM_HOME to another folder.", location: path)
    case .cannotRead(let path, let reason):
      Explanation(
        .notAllowed, code: "home-not-readable", "\(quoted(path)) cannot be read: \(words(for: reason)).",
        hint: "Ask the folder's owner, or set DATAJAM_HOME to a folder of your own.", location: path)
    case .cannotEnter(let path, let user):
      Explanation(
        .configuration, code: "home-not-reachable",
        "The user \(quoted(user)), as whom PostgreSQL has to run, cannot enter the folder \(quoted(path)).",
        hint: "Set DATAJAM_HOME to a folder that every user can reach, such as /var/lib/datajam.",
        location: path)
    case .untrustedFolder(let path):
      Explanation(
        .configuration, code: "socket-folder-not-trusted",
        "The folder \(quoted(path)) is needed for the database's socket, but it is a link or other users can write it.",
        hint: "Set DATAJAM_HOME to a shorter path of your own, or have that folder removed.", location: path)
    case .notACluster(let path):
      Explanation(
        .configuration, code: "data-not-known",
        "The folder \(quoted(path)) holds something that is not a PostgreSQL database.",
        hint: "Move it away, or set DATAJAM_HOME to another folder.", location: path)
    default:
      Explanation(
        .configuration, code: "home-unknown", "There is no home folder in which the private database could stand.",
        hint: "Set DATAJAM_HOME to a folder of your own, or HOME.")
    }
  }

  var programExplanation: Explanation {
    switch self {
    case .incompletePrograms(let folder, let missing):
      Explanation(
        .configuration, code: "server-programs-incomplete",
        "DATAJAM_PG_BINDIR names \(quoted(folder)), where the program \(quoted(missing)) is missing.",
        hint: "Name the folder that holds initdb, postgres and pg_ctl, or unset DATAJAM_PG_BINDIR.", location: folder)
    case .programsTooOld(let major):
      Explanation(
        .configuration, code: "server-programs-too-old",
        "The PostgreSQL installed here is version \(major), but the private database needs \(ServerPrograms.oldestMajor) "
          + "or newer.", hint: "Install a newer one, or name a database with --db or DATAJAM_DATABASE_URL.")
    case .otherVersion(let data, let programs):
      Explanation(
        .configuration, code: "data-of-other-version",
        "The private database was made by PostgreSQL \(data), but the one installed here is version \(programs).",
        hint: "Install PostgreSQL \(data), or name its programs' folder in DATAJAM_PG_BINDIR.")
    case .cannotRun(let path, let reason):
      Explanation(
        .configuration, code: "server-program-not-runnable",
        "The program \(quoted(path)) cannot be run: \(words(for: reason)).",
        hint: "Repair it, or name another folder of programs in DATAJAM_PG_BINDIR.", location: path)
    default:
      Explanation(
        .configuration, code: "server-programs-missing",
        "PostgreSQL's server programs are not installed here, and the private database needs them.",
        hint: "Install them (apt-get install postgresql), name their folder in DATAJAM_PG_BINDIR, "
          + "or name a database with --db or DATAJAM_DATABASE_URL.")
    }
  }

  var serverExplanation: Explanation {
    switch self {
    case .cannotMake(let log):
      Explanation(
        .cannotWrite, code: "private-database-not-made", "The private database could not be made.",
        hint: "The last lines of the log say why, often a full disk: \(log)", location: log)
    case .startFailed(let log):
      Explanation(
        .unreachable, code: "private-database-not-started", "The private database does not start.",
        hint: "The last lines of the log say why: \(log)", location: log)
    case .notAnswering(let log):
      Explanation(
        .busy, code: "private-database-slow", "The private database is starting, but does not answer yet.",
        hint: "Try again in a moment; the log says how far it is: \(log)", location: log)
    case .stillStopping(let process, let log):
      Explanation(
        .busy, code: "private-database-stopping",
        "The private database was told to stop, but its process \(process) still runs.",
        hint: "Try again in a moment; the log says why: \(log)", location: log)
    case .busy(let folder):
      Explanation(
        .busy, code: "private-database-busy",
        "Another program has been starting or stopping the private database in \(quoted(folder)) for too long.",
        hint: "Try again when it is done.", location: folder)
    case .unknownUser(let number):
      Explanation(
        .configuration, code: "user-without-name",
        "The user with number \(number) has no name on this computer, and PostgreSQL needs one.",
        hint: "Add the user to /etc/passwd, or name a database with --db or DATAJAM_DATABASE_URL.")
    default:
      Explanation(
        .configuration, code: "server-user-missing",
        "PostgreSQL refuses to run as \"root\", and there is no user \"postgres\" as whom it could run.",
        hint: "Add that user (useradd --system postgres), or run datajam as an ordinary user.")
    }
  }

  /// The system's words for an error number, such as "Permission denied".
  private func words(for reason: Int32) -> String { String(cString: strerror(reason)) }
}
