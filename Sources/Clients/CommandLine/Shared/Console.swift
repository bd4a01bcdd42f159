import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams of a command: data on standard output, messages on standard error.
enum Console {
  /// Whether words to the person go to standard output too, between the data, as the demonstration wants it.
  @TaskLocal static var tellsOnOutput = false

  /// Data, to standard output. Who closes it has read enough; anything else that keeps them from it ends the program.
  static func print(_ text: String) {
    let fault = write(text + "\n", to: STDOUT_FILENO)
    guard fault != 0, fault != EPIPE else { return }
    ProcessEnvironment.exit(report(FileError.unwritableOutput(fault), asJSON: false, isVerbose: false))
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
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
