/// A character encoding that a file can be read in.
public enum TextEncoding: Equatable, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252
  case macRoman

  /// The usual name, which can be shown to people.
  public var description: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 LE"
    case .utf16BigEndian: "UTF-16 BE"
    case .windows1252: "Windows-1252"
    case .macRoman: "Mac Roman"
    }
  }

  /// The byte order mark that a file in this encoding may begin with.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: Byte.utf8Mark
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows1252, .macRoman: []
    }
  }
}
