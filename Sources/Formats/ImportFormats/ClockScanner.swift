/// Reads hours, the words around them and what is left one after the other.
struct ClockScanner {
  enum Token: Equatable {
    case number(Int, digits: Int)
    /// In lower case, without the points of "a.m.".
    case word(String)
    case mark(Character)
  }

  private let text: String
  private var tokens: [(token: Token, start: String.Index)] = []
  private var position = 0

  /// Nil when the text holds something that stands in no time.
  init?(_ text: String) {
    self.text = text
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      let character = text[index]
      if let digit = Self.digit(character) {
        var (value, count) = (0, 0)
        var next: Int? = digit
        while let digit = next {
          guard count < 4 else { return nil }
          value = value * 10 + digit
          count += 1
          index = text.index(after: index)
          next = index < text.endIndex ? Self.digit(text[index]) : nil
        }
        tokens.append((.number(value, digits: count), start))
      } else if character.isLetter {
        var word = ""
        while index < text.endIndex, text[index].isLetter || text[index] == "." {
          if text[index] != "." { word += text[index].lowercased() }
          index = text.index(after: index)
        }
        tokens.append((.word(word), start))
      } else {
        index = text.index(after: index)
        if character.isWhitespace || "(),.".contains(character) { continue }
        guard let mark = Self.marks[character] else { return nil }
        tokens.append((.mark(mark), start))
      }
    }
  }

  var next: Token? { position < tokens.count ? tokens[position].token : nil }

  /// Passes over one token.
  mutating func advance() { position += 1 }

  mutating func skip(_ token: Token) -> Bool {
    guard next == token else { return false }
    position += 1
    return true
  }

  /// Passes over one of the words.
  mutating func skip(oneOf words: Set<String>) -> Bool {
    guard case .word(let word) = next, words.contains(word) else { return false }
    position += 1
    return true
  }

  /// The token behind the next one.
  var second: Token? { position + 1 < tokens.count ? tokens[position + 1].token : nil }

  /// Everything from here to the end as it was written, without the brackets around it.
  var rest: String? {
    guard position < tokens.count else { return nil }
    let rest = text[tokens[position].start...].filter { !"()".contains($0) }
    let end = rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) } ?? rest.endIndex
    return String(rest[..<end])
  }

  private static let marks: [Character: Character] = [
    ":": ":", "-": "-", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "+": "+",
  ]

  private static func digit(_ character: Character) -> Int? {
    character.isASCII && character.isNumber ? character.wholeNumberValue : nil
  }
}
