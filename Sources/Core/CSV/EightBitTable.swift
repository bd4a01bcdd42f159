/// What the 128 bytes from 0x80 stand for in an encoding with one byte per character.
enum EightBitTable {
  /// Windows-1252 (the WHATWG and Microsoft tables), with the five bytes that stand for nothing left out.
  static let windows1252: [Unicode.Scalar?] =
    scalars("€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ") + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

  /// Mac Roman (Apple's ROMAN.TXT of 2005); the Apple logo, which is no character of Unicode, is left out.
  static let macRoman: [Unicode.Scalar?] = scalars(
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
      + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªº\u{3A9}æø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
      + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ�ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

  private static func scalars(_ text: String) -> [Unicode.Scalar?] {
    text.unicodeScalars.map { $0 == "\u{FFFD}" ? nil : $0 }
  }
}
