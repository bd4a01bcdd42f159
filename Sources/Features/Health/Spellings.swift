import Vocabulary

/// Names that seem to mean one thing: the same but for case, accents and marks, shortened words, or their initials.
struct Spellings {
  /// The spellings of each thing that has several, each group and the groups in the order of the alphabet.
  let groups: [[String]]

  init(of names: [String]) {
    var byWords: [String: [String]] = [:]
    for name in Set(names) { byWords[Self.words(of: name).joined(separator: " "), default: []].append(name) }
    for (key, initials) in byWords.keys.map({ ($0, Self.initials(of: $0)) }).sorted(by: { $0.0 < $1.0 }) {
      guard let initials, let short = byWords[initials] else { continue }
      byWords[key, default: []] += short
      byWords[initials] = nil
    }
    groups = byWords.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The words that tell, in their full form.
  private static func words(of name: String) -> [String] {
    FoldedName(name).text.split(separator: " ").map(String.init).filter { !joining.contains($0) }
      .map { full[$0] ?? $0 }
  }

  /// The first letters of three words or more; nil for shorter names, whose initials mean too much.
  private static func initials(of words: String) -> String? {
    let letters = words.split(separator: " ").compactMap(\.first)
    return letters.count > 2 ? String(letters) : nil
  }

  private static let joining: Set = [
    "the", "of", "and", "for", "le", "la", "les", "de", "des", "du", "et", "y", "el", "los",
  ]

  private static let full = [
    "univ": "university", "universite": "university", "universidad": "university", "uni": "university",
    "u": "university", "inst": "institute", "institut": "institute", "instituto": "institute", "tech": "technology",
    "dept": "department", "intl": "international", "natl": "national", "inc": "incorporated", "ltd": "limited",
    "corp": "corporation", "co": "company", "st": "saint",
  ]
}
