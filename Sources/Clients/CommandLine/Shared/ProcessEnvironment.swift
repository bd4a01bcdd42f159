import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The process around a command: its environment, its user, its end.
enum ProcessEnvironment {
  /// What the command sees as its environment; the demonstration puts a home of its own into it.
  @TaskLocal static var variables = read()

  /// Ends the process at once: a connection's thread may still run, and what libraries clean up at an ordinary exit would
  /// be taken from under it.
  static func exit(_ code: Int32) -> Never {
    fflush(nil)
    _exit(code)
  }

  /// Makes a folder the one in which relative paths begin.
  static func enter(_ folder: String) throws(FileError) {
    guard chdir(folder) == 0 else { throw .unreadable(folder, errno) }
  }

  /// The name of the operating system's user, who acts unless the command says otherwise.
  static var userName: String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "organiser" }
    return String(cString: name)
  }

  /// Settles what a process inherits: a closed pipe and a full file are errors and no death, and libpq's variables that would lead it
  /// away from the database that was named do not count.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    // A file above the shell's limit is an error with a reason, and its draft is removed.
    signal(SIGXFSZ, SIG_IGN)
    if variables["DATAJAM_DATABASE_URL"] == nil, !CommandLine.arguments.contains(where: { $0.hasPrefix("--db") }) {
      for name in ["PGHOSTADDR", "PGSERVICE", "PGREQUIREPEER"] { unsetenv(name) }
    }
  }

  private static func read() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }
}
