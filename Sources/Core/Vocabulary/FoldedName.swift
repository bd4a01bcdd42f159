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
    for scalar in name.unicodeScalars {
      // An apostrophe stands within a word, and an accent written after its letter does not end one.
      if "'’‘".unicodeScalars.contains(scalar) || scalar.properties.canonicalCombiningClass != .notReordered {
        continue
      }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words[words.count - 1] += Self.plain(scalar)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    text = words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A name without any letter, such as one of emoji, stands for itself.
  public init(keepingSymbols name: String) {
    let letters = FoldedName(name)
    self = letters.isEmpty ? FoldedName(text: name.lowercased().split(whereSeparator: \.isWhitespace)) : letters
  }

  private init(text words: [Substring]) { text = words.joined(separator: " ") }

  public var isEmpty: Bool { text.isEmpty }

  /// The same for a name of ASCII letters and digits, as most are, without looking up any character; nil for others.
  private static func plainText(_ name: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x27: continue
      case 0x80...: return nil
      default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The letter in lower case without its accent, which a Latin letter's Unicode name tells.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    guard !scalar.isASCII, let first = lower.unicodeScalars.first, let name = first.properties.name,
      let letters = name.split(separator: "LATIN SMALL LETTER ", maxSplits: 1).last
    else { return lower }
    let words = letters.split(separator: " ")
    let isAccented = name.hasPrefix("LATIN SMALL LETTER ") && words.count > 2 && words[1] == "WITH"
    return isAccented && words[0].count == 1 ? words[0].lowercased() : lower
  }
}
