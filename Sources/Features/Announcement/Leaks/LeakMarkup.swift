/// A text as its readers see it: without tags, and with escapes turned into their characters.
enum LeakMarkup {
  /// The text as it is, and, where it has tags, without them.
  /// - Parameter isDocument: Whether the ends of paragraphs are the ends of lines.
  static func readings(of text: String, isDocument: Bool) -> [String] {
    let hasTags = text.contains("<")
    let asWritten = isDocument ? [] : [decoded(text)]
    let shown = hasTags || isDocument ? [decoded(withoutTags(text, lineEnd: isDocument ? "\n" : " "))] : []
    let mail = text.contains("quoted-printable") ? [decoded(fromQuotedPrintable(text))] : []
    return asWritten + shown + mail
  }

  /// Tags between words; all others may stand within one.
  private static let separating: Set<String> = [
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "td", "th", "tr", "table", "section", "article", "header", "footer",
    "nav", "main", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "title", "option", "button", "label",
    "caption", "figcaption", "pre", "blockquote", "text", "desc", "entry", "summary", "script", "style",
    "w:p", "w:br", "w:tab", "w:tr", "w:tc", "a:p", "a:br", "a:tr", "a:tc", "text:p", "text:h", "text:tab", "text:s",
    "text:line-break", "table:table-row", "table:table-cell", "si", "row", "c", "v",
  ]

  static func withoutTags(_ text: String, lineEnd: String) -> String {
    var (shown, rest) = ("", text[...])
    while let start = rest.firstIndex(of: "<") {
      shown += rest[..<start]
      rest = rest[start...].dropFirst()
      guard let mark = rest.first, mark.isLetter || "/!?".contains(mark) else {
        shown.append("<")
        continue
      }
      let isComment = rest.hasPrefix("!--")
      guard let end = rest.firstRange(of: isComment ? "-->" : ">") else { break }
      let name = rest.drop { $0 == "/" }.prefix { !$0.isWhitespace && !"/>".contains($0) }.lowercased()
      let inTag = rest[..<end.lowerBound].filter(\.isNewline)
      shown += (separating.contains(name) ? lineEnd : "") + (lineEnd == "\n" ? "" : inTag)
      rest = rest[end.upperBound...]
    }
    return shown + rest
  }

  /// Entities, escapes of JSON, of addresses and of style sheets turned into their characters.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x5C || $0 == 0x25 }) else { return text }
    var (plain, rest) = ("", text[...])
    while let place = rest.firstIndex(where: { "&\\%".contains($0) }) {
      plain += rest[..<place]
      rest = rest[place...]
      guard let (character, end) = CharacterEscape.read(rest) else {
        plain.append(rest.removeFirst())
        continue
      }
      plain += character
      rest = rest[end...]
    }
    return plain + rest
  }

  private static func fromQuotedPrintable(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x3D else {
        bytes.append(byte)
        continue
      }
      if rest.starts(with: [0x0D, 0x0A]) {
        rest = rest.dropFirst(2)
      } else if rest.first == 0x0A {
        rest = rest.dropFirst()
      } else if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
