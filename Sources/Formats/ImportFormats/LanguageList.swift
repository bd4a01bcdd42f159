import Vocabulary

/// Reads a cell that names one or several languages, by code or by name.
public enum LanguageList {
  /// The codes in the order of the cell with spaces between them, each once.
  static func codes(in text: String) throws(Refusal) -> String {
    let (codes, unknown) = read(text)
    if let word = unknown.first { throw Refusal("\(quoted(word)) is no language", advice: advice) }
    guard !codes.isEmpty else { throw Refusal("\(quoted(text)) names no language") }
    return codes.joined(separator: " ")
  }

  /// The codes in the order of the cell, each once, and the words that stand for no language.
  public static func read(_ text: String) -> (codes: [String], unknown: [String]) {
    var (codes, unknown): ([String], [String]) = ([], [])
    for word in withoutParentheses(text).split(whereSeparator: { $0.isWhitespace || ",;/&+|".contains($0) }) {
      guard let key = Slug(naming: String(word))?.text, !joining.contains(key) else { continue }
      guard let code = code(key, String(word)) else {
        unknown.append(String(word))
        continue
      }
      if !codes.contains(code) { codes.append(code) }
    }
    return (codes, unknown)
  }

  private static let advice = "write its two letters, such as fr (ISO 639-1)"

  /// The region in "Français (Canada)" says nothing of the language; a text that stands in parentheses whole is kept.
  private static func withoutParentheses(_ text: String) -> String {
    guard text.contains("(") else { return text }
    var (kept, depth) = ("", 0)
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return kept.contains(where: \.isLetter) ? kept : text
  }

  private static func code(_ key: String, _ word: String) -> String? {
    // A regional form such as fr-CA counts as its language. Three letters are a code only as codes are written, small.
    let stem = String(key.prefix { $0 != "-" })
    guard let code = names[key] ?? LanguageCode(stem)?.text else { return nil }
    return code.utf8.count == 2 || code == word ? code : nil
  }

  private static let joining: Set = ["and", "et", "y", "e"]

  private static let names = [
    "english": "en", "anglais": "en", "ingles": "en",
    "french": "fr", "francais": "fr", "frances": "fr",
    "spanish": "es", "espagnol": "es", "espanol": "es", "castellano": "es",
    "portuguese": "pt", "portugais": "pt", "portugues": "pt", "german": "de", "allemand": "de", "aleman": "de",
    "deutsch": "de", "italian": "it", "italien": "it", "italiano": "it", "arabic": "ar", "arabe": "ar",
    "chinese": "zh", "chinois": "zh", "chino": "zh", "mandarin": "zh",
  ]
}
