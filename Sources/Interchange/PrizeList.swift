/// Tells apart the prizes in a cell that holds several with commas between them.
///
/// Names of prizes hold commas too, so a cell is cut only at the names that the event knows.
struct PrizeList {
  private let known: [(name: String, letters: [Character])]

  init(_ names: [String]) {
    known = names.compactMap(\.asCell).map { ($0, Self.letters($0)) }
      .sorted { ($1.letters.count, $0.name) < ($0.letters.count, $1.name) }
  }

  /// The prizes in the order of the cell, and those among them that the event does not know.
  func read(_ text: String) -> (prizes: [String], unknown: [String]) {
    let characters = Array(text)
    let letters = Self.letters(text)
    var prizes: [String] = []
    var unknown: [String] = []
    var leftover: [Character] = []
    func endLeftover() {
      let name = Self.trimmed(leftover)
      leftover = []
      guard !name.isEmpty, !prizes.contains(name) else { return }
      prizes.append(name)
      unknown.append(name)
    }
    var position = 0
    while position < letters.count {
      guard let found = known(in: letters, at: position) else {
        leftover.append(characters[position])
        position += 1
        continue
      }
      endLeftover()
      if !prizes.contains(found.name) { prizes.append(found.name) }
      position += found.letters.count
    }
    endLeftover()
    return (prizes, unknown)
  }

  /// The longest known name that stands here between two separators.
  private func known(in letters: [Character], at start: Int) -> (name: String, letters: [Character])? {
    guard Self.isParted(letters[..<start].last { $0 != " " }) else { return nil }
    return known.first { prize in
      letters[start...].starts(with: prize.letters)
        && Self.isParted(letters[(start + prize.letters.count)...].first { $0 != " " })
    }
  }

  private static func isParted(_ letter: Character?) -> Bool { letter.map(separators.contains) ?? true }

  // One letter for each of the text, so that both count alike.
  private static func letters(_ text: String) -> [Character] {
    text.map { $0.isNewline ? "\n" : $0.lowercased().first ?? $0 }
  }

  private static let separators: Set<Character> = [",", ";", "|", "\n"]

  /// A leftover on one line, without separators around it.
  private static func trimmed(_ characters: [Character]) -> String {
    func isEdge(_ character: Character) -> Bool { character.isWhitespace || separators.contains(character) }
    let inner = characters.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    return String(inner.map { $0.isNewline ? " " : $0 })
  }
}
