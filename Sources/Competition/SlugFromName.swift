import Foundation

extension Slug {
  /// A readable key made of a name: "Équipe Données!" becomes "equipe-donnees".
  ///
  /// Nil when nothing of the name can stand in a key, as with names in other scripts.
  public init?(naming name: String) {
    var text = ""
    for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      // An accent that stood on a letter is dropped and does not part words.
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      let plain = scalar.isASCII ? String(scalar) : Self.latin[scalar] ?? "-"
      for letter in plain.unicodeScalars {
        if Self.isPlain(letter) {
          text.unicodeScalars.append(letter)
        } else if !text.isEmpty && text.utf8.last != UInt8(ascii: "-") {
          text += "-"
        }
      }
      if text.utf8.count > Self.longest { break }
    }
    text = String(text.prefix(Self.longest))
    if text.hasSuffix("-") { text.removeLast() }
    guard let slug = try? Slug(text) else { return nil }
    self = slug
  }

  private static func isPlain(_ letter: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(letter) || ("0"..."9").contains(letter)
  }

  // Latin letters that are not made of a letter and an accent.
  private static let latin: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
  ]
}
