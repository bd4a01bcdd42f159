/// Characters that XML does not take in texts of cells, written as _xHHHH_ (ECMA-376, 22.9.2.19).
enum CellEscape {
  /// Appends a text of a cell as XML has it.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let written = text.utf8.contains(where: needsCare) ? escaped(text) : text
    bytes.append(contentsOf: written.utf8)
  }

  /// The text that a cell means.
  static func restored(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var restored = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var place = 0
    while place < scalars.count {
      if let scalar = code(in: scalars, at: place).flatMap(Unicode.Scalar.init) {
        restored.append(scalar)
        place += 7
      } else {
        restored.append(scalars[place])
        place += 1
      }
    }
    return String(restored)
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), 0xEF].contains(byte)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      // What reads like an escape is escaped itself.
      case "_" where code(in: scalars, at: place) != nil: escaped += "_x005F_"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "_x\(fourDigits(scalar.value))_"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The number in "_xHHHH_" at a place.
  private static func code(in scalars: [Unicode.Scalar], at place: Int) -> UInt32? {
    guard place + 6 < scalars.count, scalars[place] == "_", scalars[place + 1] == "x", scalars[place + 6] == "_",
      scalars[place + 2..<place + 6].allSatisfy({ $0.properties.isASCIIHexDigit })
    else { return nil }
    return UInt32(String(String.UnicodeScalarView(scalars[place + 2..<place + 6])), radix: 16)
  }

  private static func fourDigits(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
