/// A name reduced to what matters when spellings are compared: letters and digits, without case and accents, with one
/// space between words.
public struct FoldedName: Hashable, Sendable {
  public let text: String

  public init(_ name: String) {
    if let plain = Self.plainText(name) {
      text = plain
      return
    }
    var words: [String] = [""]
    let letters = name.filter { !Self.apostrophes.contains($0) }.withFoldedLetters
    for scalar in letters.unicodeScalars where !Self.apostrophes.contains(Character(scalar)) {
      if scalar.isPartOfWord {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    text = words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A name without any letter, such as one of emoji, stands for itself.
  public init(keepingSymbols name: String) {
    let letters = FoldedName(name)
    self =
      letters.isEmpty ? FoldedName(text: name.withFoldedLetters.split(whereSeparator: \.isWhitespace)) : letters
  }

  private init(text words: [Substring]) { text = words.joined(separator: " ") }

  public var isEmpty: Bool { text.isEmpty }

  /// Characters that do not end a word, straight, typographic, or a stray accent that was typed for one.
  private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "ʻ", "´", "`", "＇"]

  /// The same for a name of ASCII letters and digits, as most are, without looking up any character; nil for others.
  private static func plainText(_ name: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x27, 0x60: continue
      case 0x80...: return nil
      default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a number, or a mark that belongs to the letter before it.
  fileprivate var isPartOfWord: Bool {
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
