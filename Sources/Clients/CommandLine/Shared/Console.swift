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

  /// A question to the person, to standard error; the answer is typed behind it.
  static func ask(_ question: String) { _ = write(fitted(question, to: STDERR_FILENO) + " ", to: STDERR_FILENO) }

  /// What the next words overwrite, to standard error; it may steer the terminal.
  static func paint(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Words to the person, to standard error, on lines of their own.
  static func say(_ text: String) {
    let stream = tellsOnOutput ? STDOUT_FILENO : STDERR_FILENO
    _ = write(fitted(text, to: stream) + "\n", to: stream)
  }

  /// Lines that steer no terminal; folded between words and coloured where a terminal shows them.
  private static func fitted(_ text: String, to stream: Int32) -> String {
    guard let window = Window(of: stream) else { return withoutSteering(text) }
    return folded(text, window.columns).map(window.coloured).joined(separator: "\n")
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
