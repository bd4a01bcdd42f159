import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal behind a stream.
struct Window {
  let columns: Int
  let rows: Int
  private let hasColour: Bool

  /// Nil where the stream is no terminal.
  init?(of stream: StandardStream) {
    guard isatty(stream.number) == 1 else { return nil }
    var size = winsize()
    let isKnown = ioctl(stream.number, UInt(TIOCGWINSZ), &size) == 0
    let variables = ProcessEnvironment.variables
    let columns = variables["COLUMNS"].flatMap { Int($0) } ?? (isKnown ? Int(size.ws_col) : 0)
    self.columns = columns > 0 ? columns : 80
    rows = isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24
    hasColour = (variables["NO_COLOR"] ?? "").isEmpty && !Self.isDumb
  }

  /// Whether the terminal understands nothing but letters.
  static var isDumb: Bool { (ProcessEnvironment.variables["TERM"] ?? "dumb") == "dumb" }

  /// The line with colour on the words that say how grave it is; no colour stands without such words.
  func coloured(_ line: String) -> String {
    guard hasColour else { return line }
    if let (word, colour) = Self.beginnings.first(where: { line.hasPrefix($0.0) }) {
      return Self.painted(word, colour) + line.dropFirst(word.count)
    }
    return Self.phrases.reduce(line) { $0.replacing($1, with: Self.painted($1, .yellow)) }
  }

  private enum Colour: String {
    case boldRed = "1;31"
    case red = "31"
    case yellow = "33"
    case green = "32"
  }

  private static let beginnings: [(String, Colour)] = [
    ("Error:", .boldRed), ("FAIL ", .red), ("warn ", .yellow), ("ok ", .green),
  ]
  private static let phrases = ["NOT FINAL", "NOT SAVED", "under embargo"]

  private static func painted(_ word: String, _ colour: Colour) -> String {
    "\u{1B}[\(colour.rawValue)m\(word)\u{1B}[0m"
  }
}
