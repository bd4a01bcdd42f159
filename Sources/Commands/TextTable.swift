import Competition

/// Rows in columns, without borders: one record a line, numbers to the right.
struct TextTable {
  let header: [String]
  let rows: [[String]]
  /// Columns whose cells stand to the right, counted from 0.
  var numeric: Set<Int> = []

  /// The lines without spaces at their ends; cells are never cut.
  var text: String {
    let lines = [header] + rows.map { $0.map(onOneLine) }
    let widths = header.indices.map { column in lines.map { displayWidth($0[column]) }.max() ?? 0 }
    return lines.map { cells in
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - displayWidth(cells[column]))
        return numeric.contains(column) ? space + cells[column] : cells[column] + space
      }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

/// Somebody's text as it can stand in a line: nothing in it breaks the line or steers the terminal.
func onOneLine(_ text: String) -> String {
  String(text.map { $0.unicodeScalars.contains(where: \.steersTerminal) ? " " : $0 })
}

/// How many columns of a terminal a text takes: two for wide East Asian characters and emoji (Unicode Standard Annex 11),
/// none for marks that combine.
func displayWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    guard let first = character.unicodeScalars.first else { return width }
    if first.properties.generalCategory == .nonspacingMark || first.properties.generalCategory == .format {
      return width
    }
    let isWide = wideRanges.contains { $0.contains(first.value) } || first.properties.isEmojiPresentation
    return width + (isWide ? 2 : 1)
  }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]
