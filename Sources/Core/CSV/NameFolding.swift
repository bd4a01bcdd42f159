/// Reduces a column name to what matters when people compare names.
///
/// Case, accents, typographic marks and quotes around the name are dropped, and every run of spaces, `_` and `-`
/// becomes one space.
enum NameFolding {
  static func folded(_ name: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      if isSeparator(scalar) {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else if scalar == "’" || scalar == "‘" {
        word += "'"
      } else if !isCombining(scalar) && !scalar.properties.isDefaultIgnorableCodePoint {
        word += plain(scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    return unquoted(words.joined(separator: " "))
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .connectorPunctuation: return true
    default: return false
    }
  }

  /// Whether a scalar is an accent written after its letter (the block Combining Diacritical Marks).
  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// The letter in lower case without its accent: a Latin letter says what it is made of in its Unicode name.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return scalar.properties.lowercaseMapping }
    let lower = String(scalar.properties.lowercaseMapping.unicodeScalars.filter { !isCombining($0) })
    if let base = bases[lower] { return base }
    let prefix = "LATIN SMALL LETTER "
    guard let first = lower.unicodeScalars.first, let name = first.properties.name, name.hasPrefix(prefix) else {
      return lower
    }
    let parts = name.dropFirst(prefix.count).split(separator: " ", maxSplits: 2)
    guard parts.count > 1, parts[0].count == 1, parts[1] == "WITH" else { return lower }
    return parts[0].lowercased()
  }

  // What the names of the characters do not tell.
  private static let bases: [String: String] = [
    "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ё": "е", "й": "и",
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ", "ΐ": "ι", "ΰ": "υ",
  ]

  private static func unquoted(_ name: String) -> String {
    func isMark(_ character: Character) -> Bool { "\"'“”„«»‹›‚ ".contains(character) }
    var name = name[...]
    while let first = name.first, isMark(first) { name.removeFirst() }
    while let last = name.last, isMark(last) { name.removeLast() }
    return String(name)
  }
}
