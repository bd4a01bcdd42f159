extension JSON {
  /// The value in one line with sorted keys and no spaces: the form that is hashed.
  public var canonical: String {
    var text: [UInt8] = []
    write(to: &text, sorted: true, indent: nil)
    return String(decoding: text, as: UTF8.self)
  }

  /// The value over several lines, two spaces a level, keys in the order in which they were built.
  public var pretty: String {
    var text: [UInt8] = []
    write(to: &text, sorted: false, indent: 0)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8], sorted: Bool, indent: Int?) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += (value ? "true" : "false").utf8
    case .number(let digits): text += digits.utf8
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      Self.writeList(elements, open: "[", close: "]", to: &text, indent: indent) { element, text, inner in
        element.write(to: &text, sorted: sorted, indent: inner)
      }
    case .object(let members):
      let ordered = sorted ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      Self.writeList(ordered, open: "{", close: "}", to: &text, indent: indent) { member, text, inner in
        Self.write(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        if inner != nil { text.append(UInt8(ascii: " ")) }
        member.value.write(to: &text, sorted: sorted, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], open: Unicode.Scalar, close: Unicode.Scalar, to text: inout [UInt8], indent: Int?,
    writeElement: (Element, inout [UInt8], Int?) -> Void
  ) {
    text.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 1 }
    for (position, element) in elements.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      newLine(&text, indent: inner)
      writeElement(element, &text, inner)
    }
    if !elements.isEmpty { newLine(&text, indent: indent) }
    text.append(UInt8(ascii: close))
  }

  private static func newLine(_ text: inout [UInt8], indent: Int?) {
    guard let indent else { return }
    text.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * indent) { text.append(UInt8(ascii: " ")) }
  }

  private static func write(_ value: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    // Nearly all texts are plain, and go in as a whole.
    if value.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += value.utf8
    } else {
      for scalar in value.unicodeScalars { write(scalar, to: &text) }
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func write(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    switch scalar {
    case "\"": text += "\\\"".utf8
    case "\\": text += "\\\\".utf8
    case "\n": text += "\\n".utf8
    case "\r": text += "\\r".utf8
    case "\t": text += "\\t".utf8
    case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}": text += escape(scalar).utf8
    default: text += UTF8.encode(scalar).map(Array.init) ?? []
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
