/// The one byte that separates the cells of a line.
public struct Delimiter: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The comma, which is detected.
  public static let comma = Delimiter(uncheckedByte: 0x2C)
  /// The semicolon, which is detected.
  public static let semicolon = Delimiter(uncheckedByte: 0x3B)
  /// The tab, which is detected.
  public static let tab = Delimiter(uncheckedByte: 0x09)

  /// The ASCII code of the separator.
  public let byte: UInt8

  /// A separator that is a tab or an ASCII punctuation mark other than the double quote; otherwise `nil`.
  public init?(byte: UInt8) {
    switch byte {
    case 0x09, 0x21, 0x23...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: self.byte = byte
    default: return nil
    }
  }

  private init(uncheckedByte byte: UInt8) {
    self.byte = byte
  }

  /// A name that can be shown to people, such as `comma` or `"|"`.
  public var description: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    default: "\"\(Unicode.Scalar(byte))\""
    }
  }
}
