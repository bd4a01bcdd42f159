/// How the bytes at one place of a text stand as UTF-8 (Unicode 16, table 3-7).
enum UTF8Sequence: Equatable {
  /// A well-formed sequence of this many bytes.
  case whole(Int)
  /// The beginning of a sequence that the bytes end within.
  case cut
  /// No UTF-8, whatever follows.
  case broken

  init(in bytes: [UInt8], at start: Int) {
    guard let (length, second) = Self.shape(of: bytes[start]) else {
      self = .broken
      return
    }
    self = .whole(length)
    for offset in 0..<length where offset > 0 {
      guard start + offset < bytes.count else {
        self = .cut
        return
      }
      guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[start + offset]) else {
        self = .broken
        return
      }
    }
  }

  /// The length of the sequence that a first byte announces, and the range that its second byte must be in.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0x00...0x7F: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
