/// A text that is not JSON, with the byte at which reading stopped.
public struct JSONSyntaxError: Error, Equatable {
  public let offset: Int
}

extension JSON {
  /// Reads one JSON document (RFC 8259); numbers keep their text.
  /// - Throws: `JSONSyntaxError` with the offset of the first byte that does not fit.
  public init(parsing text: String) throws(JSONSyntaxError) {
    var reader = Reader(bytes: Array(text.utf8))
    self = try reader.document()
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    /// Documents nested deeper than this are refused, so that a hostile one cannot exhaust the stack.
    static let deepest = 256

    mutating func document() throws(JSONSyntaxError) -> JSON {
      let value = try value(depth: 0)
      skipSpaces()
      guard position == bytes.count else { throw fault }
      return value
    }

    private var fault: JSONSyntaxError { JSONSyntaxError(offset: position) }
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpaces() {
      while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      skipSpaces()
      guard next == byte else { return false }
      position += 1
      return true
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSON {
      guard depth < Self.deepest else { throw fault }
      skipSpaces()
      switch next {
      case UInt8(ascii: "{"): return try object(depth: depth)
      case UInt8(ascii: "["): return try array(depth: depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return try number()
      }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONSyntaxError) -> JSON {
      guard bytes[position...].starts(with: word.utf8) else { throw fault }
      position += word.utf8.count
      return value
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSON {
      position += 1
      var members: [Member] = []
      if take(UInt8(ascii: "}")) { return .object([]) }
      repeat {
        skipSpaces()
        guard next == UInt8(ascii: "\"") else { throw fault }
        let key = try string()
        guard take(UInt8(ascii: ":")) else { throw fault }
        members.append(Member(key, try value(depth: depth + 1)))
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw fault }
      return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSON {
      position += 1
      var elements: [JSON] = []
      if take(UInt8(ascii: "]")) { return .array([]) }
      repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw fault }
      return .array(elements)
    }

    private mutating func number() throws(JSONSyntaxError) -> JSON {
      let start = position
      if next == UInt8(ascii: "-") { position += 1 }
      if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
      if next == UInt8(ascii: ".") {
        position += 1
        try digits()
      }
      if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
        position += 1
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
        try digits()
      }
      return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(JSONSyntaxError) {
      let start = position
      while let byte = next, byte >= 0x30 && byte <= 0x39 { position += 1 }
      guard position > start else { throw fault }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
      position += 1
      var units: [UInt8] = []
      while let byte = next {
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
        case UInt8(ascii: "\\"): units += String(try escaped()).utf8
        case 0..<0x20: throw JSONSyntaxError(offset: position - 1)
        default: units.append(byte)
        }
      }
      throw fault
    }

    private mutating func escaped() throws(JSONSyntaxError) -> Character {
      guard let byte = next else { throw fault }
      position += 1
      switch byte {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
      case UInt8(ascii: "u"): return try unicode()
      default: throw JSONSyntaxError(offset: position - 1)
      }
    }

    private mutating func unicode() throws(JSONSyntaxError) -> Character {
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code) {
        guard bytes[position...].starts(with: "\\u".utf8) else { throw fault }
        position += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw fault }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault }
      return Character(scalar)
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
      guard position + 4 <= bytes.count,
        let text = String(bytes: bytes[position..<position + 4]), let code = UInt32(text, radix: 16), text.first != "+"
      else { throw fault }
      position += 4
      return code
    }
  }
}

extension String {
  fileprivate init?(bytes: ArraySlice<UInt8>) { self.init(validating: bytes, as: UTF8.self) }
}
