import Vocabulary

/// Somebody's text as it can stand in a line: nothing in it breaks the line or steers the terminal.
public func onOneLine(_ text: String) -> String {
  String(text.map { $0.unicodeScalars.contains(where: \.steersTerminal) ? " " : $0 })
}

/// Somebody's lines as they can be shown: nothing in them steers the terminal.
public func withoutSteering(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { onOneLine(String($0)) }.joined(separator: "\n")
}

/// How many columns of a terminal a text takes: two for wide East Asian characters and emoji (Unicode Standard Annex 11),
/// none for marks that combine.
public func displayWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    guard let first = character.unicodeScalars.first else { return width }
    if first.properties.generalCategory == .nonspacingMark || first.properties.generalCategory == .format {
      return width
    }
    let isWide = wideRanges.contains { $0.contains(first.value) } || first.properties.isEmojiPresentation
    return width + (isWide ? 2 : 1)
  }
}

/// The text in lines that are never wider than given: broken between words, and within a word that is wider than a line.
/// - Parameter columns: 1 or more.
public func wrapped(_ text: String, _ columns: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedLine(onOneLine(String($0)), columns) }
}

/// Spaces at the beginning stay.
private func wrappedLine(_ text: String, _ columns: Int) -> [String] {
  var line = String(text.prefix { $0 == " " }.prefix(columns - 1))
  var (lines, width, hasWord) = ([String](), line.count, false)
  func end() {
    lines.append(line)
    (line, width) = ("", 0)
  }
  for word in text.drop(while: { $0 == " " }).split(separator: " ", omittingEmptySubsequences: false) {
    let length = displayWidth(String(word))
    if hasWord, width + 1 + length > columns {
      end()
    } else if hasWord {
      line += " "
      width += 1
    }
    hasWord = true
    for character in word {
      let length = displayWidth(String(character))
      if width + length > columns, !line.isEmpty { end() }
      line.append(character)
      width += length
    }
  }
  return lines + [line]
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]
