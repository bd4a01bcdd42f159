#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal behind a stream.
struct Window {
  let columns: Int
  let rows: Int

  /// Nil where the stream is no terminal.
  init?(of stream: Int32) {
    guard isatty(stream) == 1 else { return nil }
    var size = winsize()
    let isKnown = ioctl(stream, UInt(TIOCGWINSZ), &size) == 0
    let variables = ProcessEnvironment.variables
    let columns = variables["COLUMNS"].flatMap { Int($0) } ?? (isKnown ? Int(size.ws_col) : 0)
    self.columns = columns > 0 ? columns : 80
    rows = isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24
  }

  /// Whether the terminal understands nothing but letters.
  static var isDumb: Bool { (ProcessEnvironment.variables["TERM"] ?? "dumb") == "dumb" }
}
