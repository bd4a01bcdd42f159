import Foundation

extension String {
  /// The text without case, accents, ligatures, widths and invisible characters: "ＴＲＯＭＳØ" becomes "tromso".
  ///
  /// This is the one rule by which names are compared. `FoldedName`, `Slug(naming:)` and the column names of CSV files
  /// use it and differ only in what separates words. The database stores folded names and folds nothing.
  ///
  /// Accents are dropped from Latin, Greek, Cyrillic, Arabic and Hebrew letters. Marks of other scripts stay: in
  /// Japanese and in the scripts of India they make another letter. Every decimal digit becomes one of 0 to 9.
  public var withFoldedLetters: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var folded = ""
    // Canonical order and compatibility forms first: a letter and its accents become characters of their own.
    for scalar in decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if scalar.isASCII {
        folded.unicodeScalars.append(scalar)
      } else if let digit = scalar.decimalDigit {
        folded += String(digit)
      } else if !scalar.isAccent && !scalar.properties.isDefaultIgnorableCodePoint {
        folded += Self.latin[scalar] ?? scalar.baseLetter ?? String(scalar)
      }
    }
    return folded.precomposedStringWithCanonicalMapping
  }

  /// Letters that Unicode does not make of a letter and an accent.
  private static let latin: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n", "ς": "σ",
  ]
}

extension Unicode.Scalar {
  /// Whether it is an accent, a vowel sign or a lengthening that readers of its script leave out.
  fileprivate var isAccent: Bool {
    switch value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: true
    default: false
    }
  }

  fileprivate var decimalDigit: Int? {
    guard properties.generalCategory == .decimalNumber else { return nil }
    return properties.numericValue.map { Int($0) }
  }

  /// The letter that is crossed or hooked, as the Unicode name tells: "LATIN SMALL LETTER L WITH STROKE".
  fileprivate var baseLetter: String? {
    let prefix = "LATIN SMALL LETTER "
    guard let name = properties.name, name.hasPrefix(prefix) else { return nil }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    return words.count > 2 && words[0].count == 1 && words[1] == "WITH" ? words[0].lowercased() : nil
  }
}
