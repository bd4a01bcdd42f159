/// A short readable name for commands and addresses: a to z, 0 to 9 and single dashes between them.
public struct Slug: Hashable, Comparable, Sendable, CustomStringConvertible {
  public static let longest = 60
  public let text: String

  /// - Throws: `SlugError` when a character or the length does not fit.
  public init(_ text: String) throws(SlugError) {
    guard (1...Self.longest).contains(text.utf8.count) else { throw SlugError(text: text) }
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) }) else { throw SlugError(text: text) }
    self.text = text
  }

  public var description: String { text }

  public static func < (one: Slug, other: Slug) -> Bool { one.text < other.text }

  static func isAllowed(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// A text that cannot be a slug.
public struct SlugError: ExplainedError, Equatable {
  public let text: String

  public init(text: String) { self.text = text }

  public var explanation: Explanation {
    Explanation(
      .badData, code: "bad-key",
      "\(quoted(text)) cannot be a key: a key is 1 to \(Slug.longest) of a-z and 0-9, with single dashes between words.",
      hint: "Write it like \"buyer-resist\".")
  }
}

/// The text in straight quotes, shortened to 80 characters and free of control characters, for use in a sentence.
public func quoted(_ text: String) -> String {
  let visible = text.map { character in
    character.unicodeScalars.contains(where: \.steersTerminal) ? "\u{FFFD}" : character
  }
  return visible.count <= 80 ? "\"\(String(visible))\"" : "\"\(String(visible.prefix(79)))…\""
}

extension Unicode.Scalar {
  /// Whether it does something to a terminal instead of standing in it: a control character, or one that turns the
  /// direction of what follows (Unicode Standard Annex 9, Bidi_Control).
  public var steersTerminal: Bool { properties.generalCategory == .control || properties.isBidiControl }
}
