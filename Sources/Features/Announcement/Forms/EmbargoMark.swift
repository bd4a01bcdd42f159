/// The mark by which people and programs know what is under embargo.
enum EmbargoMark {
  static let word = "EMBARGOED"

  /// The elements of a page that are not shown.
  private static let hidden = ["head", "style", "script", "template", "noscript", "title", "metadata", "desc", "defs"]

  /// Whether a reader of a rendered text sees the line of the embargo.
  ///
  /// A comment, a title or an attribute is not seen. A name may hold the mark, so that the whole line is looked for.
  static func isSeen(_ line: String, in text: String, by rules: EscapingRules) -> Bool {
    var shown = Array(text.utf8)
    if rules != .plain { shown = removing(from: shown, between: "<!--", and: "-->") }
    if rules == .markup {
      for name in hidden { shown = removing(from: shown, between: "<" + name, and: "</" + name) }
      shown = removing(from: shown, between: "<", and: ">")
    }
    let words = String(decoding: shown, as: UTF8.self)
    return words.contains(line) || words.contains(rules.escaped(line))
  }

  /// The text without all between the two, in upper or lower case.
  private static func removing(from text: [UInt8], between opening: String, and closing: String) -> [UInt8] {
    let (opening, closing) = (Array(opening.utf8), Array(closing.utf8))
    var kept: [UInt8] = []
    var isKept = true
    var place = 0
    while place < text.count {
      let wanted = isKept ? opening : closing
      guard text[place] == wanted[0], stands(wanted, in: text, at: place) else {
        if isKept { kept.append(text[place]) }
        place += 1
        continue
      }
      place += wanted.count
      isKept.toggle()
    }
    return kept
  }

  /// Whether a word stands there whole: "<header" does not open a "<head".
  private static func stands(_ word: [UInt8], in text: [UInt8], at place: Int) -> Bool {
    let end = place + word.count
    guard end <= text.count, zip(word, text[place...]).allSatisfy({ $0 == lower($1) }) else { return false }
    let endsInLetter = word[word.count - 1] >= 0x61
    return !endsInLetter || end == text.count || !(0x61...0x7A).contains(lower(text[end]))
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
