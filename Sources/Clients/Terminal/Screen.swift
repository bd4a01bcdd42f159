/// A whole picture of the terminal: its lines from the top, and where the cursor stands.
public struct Screen: Equatable, Sendable {
  public var lines: [String]
  /// Row and column from 0; hidden where nil.
  public var cursor: (row: Int, column: Int)?

  public init(lines: [String] = [], cursor: (row: Int, column: Int)? = nil) {
    self.lines = lines
    self.cursor = cursor
  }

  public static func == (one: Screen, other: Screen) -> Bool {
    one.lines == other.lines && one.cursor?.row == other.cursor?.row && one.cursor?.column == other.cursor?.column
  }

  /// What paints it over whatever stood there: each line is written and the rest of it wiped, so that nothing flickers.
  public var painting: String {
    let hide = "\u{1B}[?25l"
    let body = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
    let place = cursor.map { "\u{1B}[\($0.row + 1);\($0.column + 1)H\u{1B}[?25h" } ?? ""
    return hide + "\u{1B}[H" + body + "\u{1B}[J" + place
  }
}
