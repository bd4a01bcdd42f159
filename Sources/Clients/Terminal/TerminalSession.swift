import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that hands over every key at once and shows whole pictures, until it is given back.
public final class TerminalSession: Sendable {
  private let saved: termios

  /// Whether somebody sits at both ends: keys come from a terminal, and pictures go to one.
  public static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Takes the terminal; nil where there is none.
  public init?() {
    var settings = termios()
    guard Self.isPossible, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    saved = settings
    take()
  }

  private func take() {
    var settings = saved
    cfmakeraw(&settings)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    // Another page, so that what stood there comes back afterwards; pastes are told apart from keys.
    write("\u{1B}[?1049h\u{1B}[?2004h\u{1B}[H\u{1B}[2J")
  }

  /// Gives the terminal back as it was; once more does no harm.
  public func giveBack() {
    write("\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l")
    var settings = saved
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
  }

  /// Lets another program have the terminal meanwhile.
  public func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    giveBack()
    defer { take() }
    return try body()
  }

  public func show(_ screen: Screen) { write(screen.painting) }

  /// Columns and rows; 80 and 24 where the terminal does not say.
  public var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  private func write(_ text: String) { try? StandardStream.output.write(text) }
}
