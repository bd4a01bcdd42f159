/// The ASCII codes that CSV gives a meaning to.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27

  /// How UTF-8 writes the byte order mark.
  static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
