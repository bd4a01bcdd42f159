/// A picture of 1200 by 630 points with the event and its first ranks; its text stands in it for screen readers too.
struct ShareCard {
  struct Line {
    let x: Int
    let y: Int
    let size: Int
    let weight: Int
    let words: String
  }

  /// How many points a line of text may be wide.
  private static let width = 1080.0
  private static let margin = 60
  /// How many teams fit below the event's name.
  private static let teamCount = 4

  let languageTag: String
  let title: String
  let description: String
  let facts: String
  /// As the card shows it.
  let embargo: String?
  let lines: [Line]

  init(_ text: AnnouncementText) {
    languageTag = text.languageTag
    title = text.title
    let shown = text.entries.prefix(Self.teamCount).map(\.heading)
    description = ((text.embargo.map { [$0] } ?? []) + [text.event] + shown).joined(separator: " – ")
    facts = text.facts.words
    var lines: [Line] = []
    var y = 60
    func add(_ words: [String], size: Int, weight: Int, gap: Int) {
      for line in words {
        y += size + gap
        lines.append(Line(x: Self.margin, y: y, size: size, weight: weight, words: line))
      }
    }
    embargo = text.embargo.map { Self.fitted($0, size: 30) }
    if let embargo { add([embargo], size: 30, weight: 700, gap: 0) }
    add(Self.wrapped(text.event, size: 60, lines: 2), size: 60, weight: 700, gap: 12)
    y += 24
    let teams = text.entries.prefix(Self.teamCount).map { entry in
      let isWide = Self.width(entry.heading, size: 40) > Self.width
      return Self.fitted(isWide ? entry.short : entry.heading, size: 40)
    }
    add(teams, size: 40, weight: 400, gap: 24)
    self.lines = lines
  }

  /// The words on so many lines, the last of them cut where it is too long.
  private static func wrapped(_ words: String, size: Int, lines: Int) -> [String] {
    var wrapped: [String] = []
    var line = ""
    for word in words.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if width(longer, size: size) <= width || line.isEmpty || wrapped.count == lines - 1 {
        line = longer
      } else {
        wrapped.append(line)
        line = String(word)
      }
    }
    return (wrapped + [line]).map { fitted($0, size: size) }
  }

  /// The words, cut with three points where they are wider than the card.
  private static func fitted(_ words: String, size: Int) -> String {
    guard width(words, size: size) > width else { return words }
    var cut = words
    while !cut.isEmpty, width(cut + "…", size: size) > width { cut.removeLast() }
    return cut + "…"
  }

  /// About how wide the words are: fonts differ, so each character is taken for a wide one of its kind.
  private static func width(_ words: String, size: Int) -> Double {
    words.reduce(0) { sum, character in
      let isNarrow = character.isASCII && !character.isUppercase
      let isLetter = character.unicodeScalars.allSatisfy { $0.value < 0x1100 }
      return sum + Double(size) * (isNarrow ? 0.56 : isLetter ? 0.7 : 1.1)
    }
  }
}
