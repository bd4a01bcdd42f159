import Vocabulary

/// A column name reduced to what matters when people compare names.
///
/// Letters are folded as in every name. Typographic marks and quotes around the name are dropped, and every run of
/// spaces, `_` and `-` becomes one space. Other marks stay, because "Points" and "Points %" are two columns.
enum ColumnName {
  static func folded(_ name: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in name.withFoldedLetters.unicodeScalars {
      if isSeparator(scalar) {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.unicodeScalars.append(scalar == "’" || scalar == "‘" ? "'" : scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    // "_code" is a column that a program added beside those of the file, of which one may be "code".
    return (name.hasPrefix("_") ? "_" : "") + unquoted(words.joined(separator: " "))
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .connectorPunctuation: return true
    default: return false
    }
  }

  private static func unquoted(_ name: String) -> String {
    func isMark(_ character: Character) -> Bool { "\"'“”„«»‹›‚ ".contains(character) }
    var name = name[...]
    while let first = name.first, isMark(first) { name.removeFirst() }
    while let last = name.last, isMark(last) { name.removeLast() }
    return String(name)
  }
}
