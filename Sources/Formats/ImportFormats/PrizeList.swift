/// Tells apart the prizes in a cell that holds several with commas between them.
///
/// Names of prizes hold commas too, so a cell is cut at bars, semicolons and the names that the event knows.
struct PrizeList {
  private let known: [(name: String, letters: [Character])]

  init(_ names: [String]) {
    known = names.compactMap(\.asCell).map { ($0, Self.letters($0)) }
      .sorted { ($1.letters.count, $0.name) < ($0.letters.count, $1.name) }
  }

  var isEmpty: Bool { known.isEmpty }

  /// The one prize of a cell, as the event writes it; nil when the event does not know it.
  func one(_ text: String) -> String? {
    let letters = Self.letters(text)
    return known.first { $0.letters == letters }?.name
  }

  /// The prizes in the order of the cell, each once, and those among them that the event does not know.
  func read(_ text: String) -> (prizes: [String], unknown: [String]) {
    let characters = Array(text)
    let letters = Self.letters(text)
    var cut = Cut()
    var position = 0
    while position < letters.count {
      if cut.isAtStart, let prize = known(in: letters, at: position) {
        cut.endLeftover()
        cut.add(prize.name)
        position += prize.letters.count
      } else {
        cut.leave(characters[position])
        position += 1
      }
    }
    cut.endLeftover()
    return (cut.prizes, cut.unknown)
  }

  /// What has been found so far.
  private struct Cut {
    private(set) var prizes: [String] = []
    private(set) var unknown: [String] = []
    /// Whether a name can begin here: nothing but spaces since the last separator.
    private(set) var isAtStart = true
    private var seen: Set<String> = []
    private var leftover: [Character] = []

    mutating func add(_ name: String) {
      isAtStart = false
      if seen.insert(name).inserted { prizes.append(name) }
    }

    mutating func leave(_ character: Character) {
      // The list is kept with one a line; no name has a bar or a semicolon.
      if character.isNewline || character == "|" || character == ";" {
        endLeftover()
        isAtStart = true
        return
      }
      leftover.append(character)
      if PrizeList.separators.contains(character) {
        isAtStart = true
      } else if !character.isWhitespace {
        isAtStart = false
      }
    }

    mutating func endLeftover() {
      let name = PrizeList.trimmed(leftover)
      leftover = []
      guard !name.isEmpty, seen.insert(name).inserted else { return }
      prizes.append(name)
      unknown.append(name)
    }
  }

  /// The longest known name that stands here with a separator or the end behind it.
  private func known(in letters: [Character], at start: Int) -> (name: String, letters: [Character])? {
    known.first { prize in
      guard letters[start...].starts(with: prize.letters) else { return false }
      let next = letters[(start + prize.letters.count)...].first { $0 != " " }
      return next.map(Self.separators.contains) ?? true
    }
  }

  // One letter for each of the text, so that both count alike.
  private static func letters(_ text: String) -> [Character] {
    text.map { $0.isNewline ? "\n" : $0.lowercased().first ?? $0 }
  }

  fileprivate static let separators: Set<Character> = [",", ";", "|", "\n"]

  /// A leftover without separators around it.
  fileprivate static func trimmed(_ characters: [Character]) -> String {
    func isEdge(_ character: Character) -> Bool { character.isWhitespace || separators.contains(character) }
    let inner = characters.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    return String(inner)
  }
}
