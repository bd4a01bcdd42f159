import Vocabulary

/// Reads a cell that names several people, perhaps with their addresses: "Ana Lee, Bo Ray <bo@example.org> & Cy Fox".
enum NameList {
  struct Person: Equatable {
    var name: String?
    var email: String?
  }

  static func people(in text: String) -> [Person] {
    text.split { ",;|&+/\n\r\u{2028}•".contains($0) }.flatMap { joined(String($0)) }.compactMap(person)
  }

  /// One person; nil when the text has neither a letter nor an address.
  static func person(_ text: String) -> Person? {
    var (words, email): ([Substring], String?) = ([], nil)
    for word in text.split(whereSeparator: \.isWhitespace) {
      let bare = word.drop { "<([\"'".contains($0) }
      let inner = String(bare.reversed().drop { ">)]\"'".contains($0) }.reversed())
      if email == nil, inner.contains("@"), let address = EmailAddress(inner) {
        email = address.text
      } else {
        words.append(word)
      }
    }
    let name = withoutNumber(words.joined(separator: " "))
    guard name != nil || email != nil else { return nil }
    return Person(name: name, email: email)
  }

  /// Cut at "and". A Spanish name can hold a "y", so that both sides of one need two words.
  private static func joined(_ text: String) -> [String] {
    var parts: [[Substring]] = [[]]
    let words = text.split(whereSeparator: \.isWhitespace)
    for (place, word) in words.enumerated() {
      let isCut: Bool
      switch word.lowercased() {
      case "and", "et": isCut = true
      case "y", "e": isCut = parts[parts.count - 1].count > 1 && words.count - place > 2
      default: isCut = false
      }
      if isCut { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// "1. Ana Lee", "- Ana Lee".
  private static func withoutNumber(_ text: String) -> String? {
    let name = String(text.drop { !$0.isLetter }.reversed().drop { " -–:".contains($0) }.reversed())
    return name.isEmpty || BlankWords.contain(name) ? nil : name
  }
}
