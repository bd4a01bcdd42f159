import Vocabulary

/// Reads a cell that names one or several languages, by code or by name.
enum LanguageList {
  /// The codes in the order of the cell with spaces between them, each once.
  static func codes(in text: String) throws(Refusal) -> String {
    var codes: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;/&+|".contains($0) }) {
      guard let key = Slug(naming: String(word))?.text, !joining.contains(key) else { continue }
      guard let code = code(key, String(word)) else {
        throw Refusal("\(quoted(String(word))) is no language: write its two letters, such as fr (ISO 639-1).")
      }
      if !codes.contains(code) { codes.append(code) }
    }
    guard !codes.isEmpty else { throw Refusal("\(quoted(text)) names no language.") }
    return codes.joined(separator: " ")
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
