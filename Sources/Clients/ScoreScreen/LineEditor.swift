import Terminal

/// A text that is being typed, with a cursor.
struct LineEditor: Equatable, Sendable {
  private(set) var characters: [Character]
  private(set) var cursor: Int
  /// Whether the first text that is typed takes the place of what is there, as in a field that was just entered.
  private var isReplacedByTyping: Bool

  init(_ text: String = "", isReplacedByTyping: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.isReplacedByTyping = isReplacedByTyping
  }

  var text: String { String(characters) }
  var beforeCursor: String { String(characters[..<cursor]) }

  /// Takes a key; false where it is none for a text.
  mutating func press(_ key: Key) -> Bool {
    if isReplacedByTyping, key.changesText {
      characters = []
      cursor = 0
    }
    isReplacedByTyping = false
    switch key {
    case .character(let character): insert([character])
    case .pasted(let text): insert(Array(text))
    case .backspace where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .delete where cursor < characters.count: characters.remove(at: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeFirst(cursor)
      cursor = 0
    case .backspace, .delete: break
    default: return false
    }
    return true
  }

  private mutating func insert(_ new: [Character]) {
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }
}

extension Key {
  fileprivate var changesText: Bool {
    switch self {
    case .character, .pasted, .backspace, .delete: true
    default: false
    }
  }
}
