import Workbooks

/// Tables of random cells, the same for the same number.
struct AnyTable {
  let columns: [WorkbookWriter.Column]
  let rows: [[String]]

  /// - Parameter isPlain: Whether cells hold only characters that XML has a place for.
  init(number: Int, isPlain: Bool = false) {
    var random = Numbers(state: UInt64(number))
    let kinds: [WorkbookWriter.Kind] = [.text, .number, .time]
    let columns = (0...Int.random(in: 1...7, using: &random)).map { index in
      WorkbookWriter.Column("c\(index)", index == 0 ? .text : kinds.randomElement(using: &random) ?? .text)
    }
    let pieces = Self.pieces + (isPlain ? [] : Self.unprintable)
    rows = (0..<Int.random(in: 1...30, using: &random)).map { row in
      // A row without any text is no row.
      ["r\(row)"] + columns.dropFirst().map { Self.cell($0.kind, pieces, &random) }
    }
    self.columns = columns
  }

  private static func cell(
    _ kind: WorkbookWriter.Kind, _ pieces: [String], _ random: inout Numbers
  ) -> String {
    switch (kind, Int.random(in: 0...9, using: &random)) {
    case (_, 0): ""
    case (.number, 1...7): number(&random)
    case (.time, 1...7): time(&random)
    case (_, 8) where Int.random(in: 0...20, using: &random) == 0: String(repeating: "שלום 👩🏽‍🔬 ", count: 1500)
    default:
      (0...Int.random(in: 0...3, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    }
  }

  private static func number(_ random: inout Numbers) -> String {
    let whole = Int.random(in: -9_999...9_999_999, using: &random)
    let places = Int.random(in: 0...3, using: &random)
    guard places > 0 else { return String(whole) }
    // A last digit that is no zero: "1.50" is no number as a program writes it.
    let digits = String(Int.random(in: 10_000...99_999, using: &random)).prefix(places - 1)
    return "\(whole).\(digits)\(Int.random(in: 1...9, using: &random))"
  }

  private static func time(_ random: inout Numbers) -> String {
    func two(_ range: ClosedRange<Int>) -> String {
      String(String(100 + .random(in: range, using: &random)).dropFirst())
    }
    let day = "\(Int.random(in: 1901...2100, using: &random))-\(two(1...12))-\(two(1...28))"
    return switch Int.random(in: 0...3, using: &random) {
    case 0: day
    case 1: "\(day) \(two(0...23)):\(two(0...59))"
    case 2: "\(day) \(two(0...23)):\(two(0...59)):\(two(1...59))"
    default: "\(day)T\(two(0...23)):\(two(0...59)):\(two(0...59))Z"
    }
  }

  private static let pieces = [
    "a", "Zoé", "e\u{301}", "é", "👩🏽‍💻", "🇨🇦", "שלום", "مرحبا", "\u{202E}abc", "名前", "ﬁ", "007", "0", "1,5", "-", "=", "+",
    "@",
    "'", "''", "=1+1", "=HYPERLINK(\"x\")", "\"", "\"\"", ",", ";", "\t", "\n", "\n\n", " ", "  ", "<b>", "&amp;",
    "]]>",
    "_x000D_", "_x", "\u{A0}", "\u{85}", "\u{2028}", "\u{FEFF}", "sep=;", "PK\u{200B}", "TRUE", "NaN", "1e5", "|", "\\",
    "2026-05-08", "14:30", "12345678901234567890",
  ]
  private static let unprintable = ["\r", "\r\n", "\u{1}", "\u{1F}", "\u{7F}", "\u{FFFE}"]
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
