/// What is written for a character in pages, in JSON and in addresses.
enum CharacterEscape {
  /// The character that stands at the beginning of the text, and where the escape ends; nil where there is none.
  static func read(_ text: Substring) -> (String, Substring.Index)? {
    switch text.first {
    case "&": entity(text)
    case "\\": unit(text)
    default: octets(text)
    }
  }

  /// "&eacute;", "&#233;" or "&#xE9;".
  private static func entity(_ text: Substring) -> (String, Substring.Index)? {
    let name = text.dropFirst().prefix(10).prefix { $0 != ";" && !$0.isWhitespace }
    guard name.endIndex < text.endIndex, text[name.endIndex] == ";" else { return nil }
    let end = text.index(after: name.endIndex)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first.map { "xX".contains($0) } ?? false
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { (String($0), end) }
    }
    if let mark = marks[String(name)] { return (mark, end) }
    // A letter with an accent is named by both: "eacute".
    guard let letter = name.first, accents.contains(String(name.dropFirst())) else { return nil }
    return (String(letter), end)
  }

  /// "\u00e9", or a pair of them; "\n" and the like are marks between words.
  private static func unit(_ text: Substring) -> (String, Substring.Index)? {
    var units: [UInt16] = []
    var rest = text
    while rest.hasPrefix("\\u"), let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16),
      rest.dropFirst(2).prefix(4).count == 4
    {
      units.append(unit)
      rest = rest.dropFirst(6)
    }
    if !units.isEmpty { return (String(decoding: units, as: UTF16.self), rest.startIndex) }
    guard let next = text.dropFirst().first, "nrt".contains(next) else { return nil }
    return (" ", text.index(text.startIndex, offsetBy: 2))
  }

  /// "%C3%A9".
  private static func octets(_ text: Substring) -> (String, Substring.Index)? {
    var bytes: [UInt8] = []
    var rest = text
    while rest.first == "%", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16),
      rest.dropFirst().prefix(2).count == 2
    {
      bytes.append(byte)
      rest = rest.dropFirst(3)
    }
    guard !bytes.isEmpty, let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
    return (decoded, rest.startIndex)
  }

  /// Accents are dropped when names are compared, so that the letter is enough.
  private static let accents: Set<String> = [
    "acute", "grave", "circ", "tilde", "uml", "cedil", "ring", "slash", "caron",
  ]

  private static let marks = [
    "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "amp": "&",
    "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
    "hellip": "…", "shy": "", "zwnj": "", "zwj": "", "aelig": "ae", "AElig": "AE", "oelig": "oe", "OElig": "OE",
    "szlig": "ss", "eth": "d", "thorn": "th", "ordm": "o", "ordf": "a", "middot": "·", "bull": "•",
  ]
}
