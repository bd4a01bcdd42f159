/// A name reduced to what matters when spellings are compared: letters and digits, without case and accents, with one
/// space between words.
public struct FoldedName: Hashable, Sendable {
  public let text: String

  public init(_ name: String) {
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

  public var isEmpty: Bool { text.isEmpty }

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
