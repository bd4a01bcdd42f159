import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A secret that is typed or piped in, so that it stands in no command's words and in no shell's history.
enum SecretInput {
  /// Asks on a terminal, where what is typed is not shown; otherwise reads standard input.
  static func read(asking question: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return try InputFile.text("-", upTo: .line) }
    Console.ask(question)
    var settings = termios()
    let isKnown = tcgetattr(STDIN_FILENO, &settings) == 0
    if isKnown {
      var silent = settings
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    }
    defer {
      if isKnown { tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) }
      Console.say("")
    }
    return try StandardInput.line() ?? ""
  }
}
