import Foundation

extension Slug {
  /// A readable key made of a name: "Équipe Données!" becomes "equipe-donnees".
  ///
  /// Nil when nothing of the name can stand in a key, as with names in other scripts.
  public init?(naming name: String) {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    var key: [UInt8] = []
    for scalar in (isASCII ? name : name.decomposedStringWithCompatibilityMapping).lowercased().unicodeScalars {
      if scalar.isASCII {
        Self.append(UInt8(scalar.value), to: &key)
      } else if let letters = Self.latin[scalar] {
        for letter in letters.utf8 { Self.append(letter, to: &key) }
      } else if scalar.properties.generalCategory != .nonspacingMark {
        // An accent is dropped and parts no words; anything else does.
        Self.append(Self.dash, to: &key)
      }
      if key.count > Self.longest { break }
    }
    if key.count > Self.longest { key.removeLast(key.count - Self.longest) }
    if key.last == Self.dash { key.removeLast() }
    guard let slug = try? Slug(String(decoding: key, as: UTF8.self)) else { return nil }
    self = slug
  }

  private static let dash = UInt8(ascii: "-")

  /// Adds a letter or a digit, or else one dash between words.
  private static func append(_ byte: UInt8, to key: inout [UInt8]) {
    if isAllowed(byte) {
      key.append(byte)
    } else if !key.isEmpty && key.last != dash {
      key.append(dash)
    }
  }

  // Latin letters that are not made of a letter and an accent.
  private static let latin: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
  ]
}
