extension JSON {
  /// The value in one line with sorted keys and no spaces: the form that is hashed.
  public var canonical: String {
    var text = ""
    write(to: &text, sorted: true, indent: nil)
    return text
  }

  /// The value over several lines, two spaces a level, keys in the order in which they were built.
  public var pretty: String {
    var text = ""
    write(to: &text, sorted: false, indent: 0)
    return text
  }

  private func write(to text: inout String, sorted: Bool, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      Self.writeList(elements, open: "[", close: "]", to: &text, indent: indent) { element, text, inner in
        element.write(to: &text, sorted: sorted, indent: inner)
      }
    case .object(let members):
      let ordered = sorted ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      Self.writeList(ordered, open: "{", close: "}", to: &text, indent: indent) { member, text, inner in
        Self.write(member.key, to: &text)
        text += inner == nil ? ":" : ": "
        member.value.write(to: &text, sorted: sorted, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], open: String, close: String, to text: inout String, indent: Int?,
    writeElement: (Element, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 1 }
    for (position, element) in elements.enumerated() {
      if position > 0 { text += "," }
      newLine(&text, indent: inner)
      writeElement(element, &text, inner)
    }
    if !elements.isEmpty { newLine(&text, indent: indent) }
    text += close
  }

  private static func newLine(_ text: inout String, indent: Int?) {
    guard let indent else { return }
    text += "\n" + String(repeating: "  ", count: indent)
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    // Nearly all texts are plain, and go in as a whole.
    if value.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += value
      text += "\""
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}": text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
