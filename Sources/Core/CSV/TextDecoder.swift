/// Turns pulled bytes into well-formed UTF-8 without zero bytes, and stops for good where that is impossible.
struct TextDecoder {
  /// Where decoding stopped, as an offset from the start of the file.
  struct Failure: Equatable {
    let offset: Int
    let isZero: Bool
  }

  let encoding: TextEncoding
  private(set) var failure: Failure?

  private let pull: () throws -> [UInt8]
  private let table: [Unicode.Scalar?]
  private var raw: [UInt8]
  private var rawOffset: Int
  private var hasHead = true
  private var isAtEnd: Bool

  /// Begins after `head`, the bytes pulled so far, from which a byte order mark of `offset` bytes has been dropped.
  init(_ encoding: TextEncoding, head: [UInt8], offset: Int, isWhole: Bool, pull: @escaping () throws -> [UInt8]) {
    self.encoding = encoding
    self.pull = pull
    raw = head
    rawOffset = offset
    isAtEnd = isWhole
    switch encoding {
    case .windows1252: table = EightBitTable.windows1252
    case .macRoman: table = EightBitTable.macRoman
    case .utf8, .utf16LittleEndian, .utf16BigEndian: table = []
    }
  }

  /// The next piece of text, never ending inside a character; empty at the end of the file or at a failure.
  mutating func next() throws -> [UInt8] {
    while failure == nil {
      if hasHead {
        hasHead = false
      } else if isAtEnd {
        return []
      } else {
        let more = try pull()
        isAtEnd = more.isEmpty
        if raw.isEmpty { raw = more } else { raw += more }
      }
      let text = decode()
      if !text.isEmpty { return text }
    }
    return []
  }

  private mutating func decode() -> [UInt8] {
    switch encoding {
    case .utf8: decodeUTF8()
    case .utf16LittleEndian: decodeUTF16(low: 0, high: 1)
    case .utf16BigEndian: decodeUTF16(low: 1, high: 0)
    case .windows1252, .macRoman: decodeEightBit()
    }
  }

  private mutating func decodeUTF8() -> [UInt8] {
    var end = 0
    scan: while true {
      // One comparison accepts 0x01...0x7F.
      while end < raw.count, raw[end] &- 1 < 0x7F { end += 1 }
      guard end < raw.count else { break }
      guard raw[end] != 0 else {
        fail(at: end, isZero: true)
        break
      }
      switch UTF8Sequence(in: raw, at: end) {
      case .whole(let length): end += length
      case .cut:
        if isAtEnd { fail(at: end) }
        break scan
      case .broken:
        fail(at: end)
        break scan
      }
    }
    if end == raw.count {
      let text = raw
      consume(end)
      return text
    }
    let text = Array(raw[..<end])
    consume(end)
    return text
  }

  private mutating func decodeUTF16(low: Int, high: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var end = 0
    while end < raw.count {
      guard let unit = unit(at: end, low: low, high: high) else { break }
      var length = 2
      var code = UInt32(unit)
      if UTF16.isLeadSurrogate(unit) {
        guard let trail = self.unit(at: end + 2, low: low, high: high) else { break }
        if UTF16.isTrailSurrogate(trail) {
          code = 0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(trail) - 0xDC00)
          length = 4
        }
      }
      guard code != 0, let scalar = Unicode.Scalar(code) else {
        fail(at: end, isZero: code == 0)
        break
      }
      text.append(contentsOf: scalar.utf8)
      end += length
    }
    if isAtEnd, failure == nil, end < raw.count { fail(at: end) }
    consume(end)
    return text
  }

  private func unit(at index: Int, low: Int, high: Int) -> UInt16? {
    guard index + 1 < raw.count else { return nil }
    return UInt16(raw[index + high]) << 8 | UInt16(raw[index + low])
  }

  private mutating func decodeEightBit() -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 8)
    var end = 0
    while end < raw.count {
      let byte = raw[end]
      if byte &- 1 < 0x7F {
        text.append(byte)
      } else if byte != 0, let scalar = table[Int(byte) - 0x80] {
        text.append(contentsOf: scalar.utf8)
      } else {
        fail(at: end, isZero: byte == 0)
        break
      }
      end += 1
    }
    consume(end)
    return text
  }

  private mutating func fail(at index: Int, isZero: Bool = false) {
    failure = Failure(offset: rawOffset + index, isZero: isZero)
  }

  private mutating func consume(_ count: Int) {
    rawOffset += count
    if count == raw.count { raw = [] } else { raw.removeFirst(count) }
  }
}
