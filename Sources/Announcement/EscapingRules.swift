import Mustache

/// How values are made harmless in the forms that the template engine has no rules for.
enum EscapingRules {
  /// Makes the rules known to the template engine, once.
  static let register: Void = {
    MustacheContentTypes.register(MarkdownRules(), named: "MARKDOWN")
    MustacheContentTypes.register(PlainTextRules(), named: "PLAIN")
  }()
}

/// Markdown (CommonMark 0.31, "Backslash escapes"): a value is one run of words, never markup.
struct MarkdownRules: MustacheContentType {
  private static let markup: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!"]

  func escapeText(_ text: String) -> String {
    var escaped = ""
    for character in PlainTextRules().escapeText(text) {
      if Self.markup.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escapedListMarker(escaped)
  }

  /// A "-", "+" or "1." at the beginning would open a list.
  private func escapedListMarker(_ text: String) -> String {
    if let first = text.first, "-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return text }
    return digits + "\\" + rest
  }
}

/// Plain text: one line, without characters that steer a terminal or turn the direction of what follows.
struct PlainTextRules: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: plain.append(" ")
      default: if !Self.turnsDirection(scalar) { plain.append(scalar) }
      }
    }
    return String(plain)
  }

  /// Explicit directional formatting (Unicode Standard Annex 9), which could make a name swallow its neighbours.
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
