/// Tells Windows-1252 from Mac Roman by how the characters above ASCII sit in their words.
///
/// Read in the wrong one of the two, `café` becomes `cafÈ` or `cafŽ`: each such oddity counts as a clash.
struct EightBitEvidence {
  /// The encoding that reads the bytes with next to no clash while the other does not; otherwise `nil`.
  ///
  /// The winner also has to make sense by itself, or Cyrillic and Chinese encodings would pass for Western ones: it
  /// may clash at every tenth character above ASCII, or nowhere when `isSuspect`.
  static func encoding(of bytes: [UInt8], isSuspect: Bool) -> TextEncoding? {
    let tolerated = isSuspect ? 0 : bytes.count { $0 >= 0x80 } / 10
    let windows = EightBitEvidence(bytes, EightBitTable.windows1252)?.clashes ?? .max
    let mac = EightBitEvidence(bytes, EightBitTable.macRoman)?.clashes ?? .max
    if windows <= tolerated, windows < mac / 4 || (windows == 0 && mac > 0) { return .windows1252 }
    if mac <= tolerated, mac < windows / 4 || (mac == 0 && windows > 0) { return .macRoman }
    return nil
  }

  private let text: [Unicode.Scalar]

  private init?(_ bytes: [UInt8], _ table: [Unicode.Scalar?]) {
    var text: [Unicode.Scalar] = []
    for byte in bytes {
      guard let scalar = byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80] else { return nil }
      text.append(scalar)
    }
    self.text = text
  }

  private var clashes: Int {
    text.indices.count { !text[$0].isASCII && clashes(at: $0) }
  }

  private func clashes(at index: Int) -> Bool {
    let before = letter(at: index - 1)
    let after = letter(at: index + 1)
    let isInside = before != .none && after != .none
    switch text[index] {
    case "“", "‘", "¿", "¡", "„", "‚": return before != .none || !isWordStart(at: index + 1)
    case "«": return before != .none
    case "”", "»", "…", "™", "®", "º", "°", "²", "³", "¹": return after != .none
    case "ª": return before != .none || after != .none
    case "’": return isInside && !isElision(at: index) && !isContraction(at: index)
    case "—", "\u{A0}": return before == .upper && after == .upper
    case "–", "•": return isInside
    case "€", "£", "¥", "¢", "§", "±", "×", "÷", "¼", "½", "¾": return before != .none || after != .none
    case "©": return before == .upper
    case "·", "\u{AD}", "ß", "µ": return false
    case let scalar where Self.oddities.contains(scalar): return true
    default: return letterClashes(at: index, before: before, after: after)
    }
  }

  // Marks that tables of people and projects hardly ever hold.
  private static let oddities = Set("†‡‰ˆ˜¨¸¯´¦¬¤¶ƒ‹›ŸﬁﬂıÞÐþð≠∞≤≥∂∑∏π∫Ω√≈∆◊⁄˘˙˚˝˛ˇ".unicodeScalars)

  private func letterClashes(at index: Int, before: Letter, after: Letter) -> Bool {
    let own = letter(at: index)
    if before == .lower, own == .upper { return true }
    if own == .lower, after == .upper { return true }
    if own == .upper, before == .upper, after == .lower { return true }
    if before == .none, after == .none { return !"àÀáèÈéÉôåÅöÖ".unicodeScalars.contains(text[index]) }
    if text[index] == "ì", before == .none { return true }
    if text[index] == "í", isSureContraction(at: index) { return true }
    return isAmongForeignLetters(at: index)
  }

  /// Whether three letters in a row, or both of a word of two, are no ASCII letters.
  private func isAmongForeignLetters(at index: Int) -> Bool {
    func isForeign(_ place: Int) -> Bool { letter(at: place) != .none && !text[place].isASCII }
    guard isForeign(index - 1) else { return false }
    return isForeign(index - 2) || (letter(at: index - 2) == .none && letter(at: index + 1) == .none)
  }
}

extension EightBitEvidence {
  private enum Letter { case none, lower, upper }

  private func letter(at index: Int) -> Letter {
    guard text.indices.contains(index) else { return .none }
    let properties = text[index].properties
    if properties.isUppercase { return .upper }
    return properties.isLowercase && text[index] != "ª" && text[index] != "º" ? .lower : .none
  }

  private func isWordStart(at index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    return letter(at: index) != .none || text[index].properties.numericType != nil
  }

  /// Up to three letters that follow a place.
  private func letters(after index: Int) -> [Unicode.Scalar] {
    let following = text[(index + 1)...].prefix(3)
    return following.indices.prefix { letter(at: $0) != .none }.map { text[$0] }
  }

  /// Whether an apostrophe stands as in `l’eau`, `O’Brien`, `qu’il` or `dell’arte`.
  private func isElision(at index: Int) -> Bool {
    if letter(at: index - 2) == .none { return true }
    let before = text[..<index].suffix(2)
    return before.elementsEqual("qu".unicodeScalars) || before.elementsEqual("ll".unicodeScalars)
  }

  /// Whether an apostrophe stands as in `don’t`, `it’s`, `I’m` or `we’ll`.
  private func isContraction(at index: Int) -> Bool {
    ["t", "s", "m", "d", "re", "ve", "ll"].contains { letters(after: index).elementsEqual($0.unicodeScalars) }
  }

  /// Whether the place is where English has an apostrophe and no language has an `í`: `don’t`, `team’s`, `we’ll`.
  private func isSureContraction(at index: Int) -> Bool {
    guard index > 0, isContraction(at: index) else { return false }
    switch letters(after: index).first {
    case "t": return text[index - 1] == "n"
    case "s": return text[index - 1].isASCII && !"aeiouAEIOU".unicodeScalars.contains(text[index - 1])
    case "m", "d": return false
    default: return true
    }
  }
}
