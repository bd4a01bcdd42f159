import Competition

/// Reads a cell that names one or several languages, by code or by name.
enum LanguageList {
  /// The codes in the order of the cell with spaces between them, each once.
  static func codes(in text: String) throws(Refusal) -> String {
    var codes: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;/&+|".contains($0) }) {
      guard let key = Slug(naming: String(word))?.text, !joining.contains(key) else { continue }
      guard let language = language(key) else {
        let known = Language.allCases.map(\.code).joined(separator: ", ")
        throw Refusal("\(quoted(String(word))) is no language that this program writes: choose among \(known).")
      }
      if !codes.contains(language.code) { codes.append(language.code) }
    }
    guard !codes.isEmpty else { throw Refusal("\(quoted(text)) names no language.") }
    return codes.joined(separator: " ")
  }

  private static func language(_ key: String) -> Language? {
    // A regional form such as fr-CA counts as its language.
    if let language = Language(rawValue: String(key.prefix { $0 != "-" })) { return language }
    return names[key]
  }

  private static let joining: Set = ["and", "et", "y", "e"]

  private static let names: [String: Language] = [
    "english": .english, "anglais": .english, "ingles": .english, "eng": .english,
    "french": .french, "francais": .french, "frances": .french, "fra": .french,
    "spanish": .spanish, "espagnol": .spanish, "espanol": .spanish, "spa": .spanish, "castellano": .spanish,
  ]
}
