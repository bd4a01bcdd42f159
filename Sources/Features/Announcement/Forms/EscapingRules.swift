import Mustache

/// How values are made harmless in each form; the template engine is told once.
enum EscapingRules: String {
  case markup = "MARKUP"
  case markdown = "MARKDOWN"
  case plain = "PLAIN"

  /// A value as a layout of this form writes it.
  func escaped(_ text: String) -> String { rules.escapeText(text) }

  private var rules: any MustacheContentType {
    switch self {
    case .markup: MarkupRules()
    case .markdown: MarkdownRules()
    case .plain: PlainTextRules()
    }
  }

  static let register: Void = {
    MustacheContentTypes.register(MarkupRules(), named: markup.rawValue)
    MustacheContentTypes.register(MarkdownRules(), named: markdown.rawValue)
    MustacheContentTypes.register(PlainTextRules(), named: plain.rawValue)
  }()
}

/// HTML and XML: a value is only text, between tags and within quoted attributes.
struct MarkupRules: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var escaped = ""
    for scalar in PlainTextRules().escapeText(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// Markdown (CommonMark 0.31, "Backslash escapes"): a value is one run of words, never markup.
struct MarkdownRules: MustacheContentType {
  /// A "!" means something only before a "[", which is escaped itself.
  private static let markup: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&"]

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
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first.map(\.isWhitespace) != false
    else { return text }
    return digits + "\\" + rest
  }
}

/// Plain text: one line, without characters that steer a terminal or turn the direction of what follows.
struct PlainTextRules: MustacheContentType {
  private static let isolate: Unicode.Scalar = "\u{2068}"
  private static let end: Unicode.Scalar = "\u{2069}"

  func escapeText(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    // Isolates that are closed again hold their contents in; whatever else steers direction goes.
    var open = 0
    var closable = text.unicodeScalars.count { $0 == Self.end }
    for scalar in text.unicodeScalars {
      if scalar == Self.isolate {
        guard closable > open else { continue }
        open += 1
      } else if scalar == Self.end {
        closable -= 1
        guard open > 0 else { continue }
        open -= 1
      } else if scalar.properties.isBidiControl || scalar.properties.isNoncharacterCodePoint {
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}

/// An address with everything percent-encoded that does not stand in one (RFC 3986, section 2), so that it ends where
/// it ends in any form.
func webAddress(_ text: String) -> String {
  let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&*+,;=%".utf8)
  let digits = Array("0123456789ABCDEF")
  return text.utf8.reduce(into: "") { address, byte in
    if allowed.contains(byte) {
      address.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      address += "%\(digits[Int(byte) / 16])\(digits[Int(byte) % 16])"
    }
  }
}
