/// A text of a person that is longer than the schema keeps.
public struct TextTooLong: ExplainedError, Equatable {
  /// What the text is, such as "reason".
  public let what: String
  /// In characters as the schema counts them: Unicode scalars.
  public let length: Int
  public let most: Int

  /// Refuses a text that the schema would refuse without words.
  public static func check(_ text: String, _ what: String, most: Int) throws(TextTooLong) {
    let length = text.unicodeScalars.count
    guard length <= most else { throw TextTooLong(what: what, length: length, most: most) }
  }

  public var explanation: Explanation {
    Explanation(
      .badData, code: "text-too-long", "The \(what) has \(length) characters, but \(most) are the most.",
      hint: "Shorten it.")
  }
}
