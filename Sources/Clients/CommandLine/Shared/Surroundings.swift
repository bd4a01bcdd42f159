import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The process around a command: its environment, its two streams, its user.
enum Surroundings {
  /// What the command sees as its environment; the demonstration puts a home of its own into it.
  @TaskLocal static var environment = processEnvironment()

  /// Whether words to the person go to standard output too, between the data, as the demonstration wants it.
  @TaskLocal static var tellsOnOutput = false

  /// Data, to standard output. Who closes it has read enough; anything else that keeps them from it ends the program.
  static func print(_ text: String) {
    let fault = write(text + "\n", to: STDOUT_FILENO)
    guard fault != 0, fault != EPIPE else { return }
    exit(report(FileError.unwritableOutput(fault), asJSON: false, isVerbose: false))
  }

  /// Words to the person, to standard error.
  /// - Parameter endingLine: False for what is overwritten by the next words, which may then steer the terminal.
  static func say(_ text: String, endingLine: Bool) {
    guard !endingLine else { return say(text) }
    _ = write(text, to: STDERR_FILENO)
  }

  /// Words to the person, to standard error, on lines of their own.
  static func say(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { onOneLine(String($0)) }
    _ = write(lines.joined(separator: "\n") + "\n", to: tellsOnOutput ? STDOUT_FILENO : STDERR_FILENO)
  }

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

  /// The name of the operating system's user, for whoever does not say who acts.
  static var userName: String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "organiser" }
    return String(cString: name)
  }

  /// Settles what a process inherits: a closed pipe is an error and no death, and libpq's variables that would lead it
  /// away from the database that was named do not count.
  static func prepareProcess() {
    signal(SIGPIPE, SIG_IGN)
    if environment["DATAJAM_DATABASE_URL"] == nil, !CommandLine.arguments.contains(where: { $0.hasPrefix("--db") }) {
      for name in ["PGHOSTADDR", "PGSERVICE", "PGREQUIREPEER"] { unsetenv(name) }
    }
  }

  /// - Returns: The system's error number; 0 when everything was written.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private static func processEnvironment() -> [String: String] {
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

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
