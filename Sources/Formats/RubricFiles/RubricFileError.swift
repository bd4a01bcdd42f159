public import Vocabulary

/// Why a file holds no rubric: the first thing that is wrong, and where it stands.
public struct RubricFileError: ExplainedError, Equatable {
  public let file: String
  /// From 1; nil where the fault is of the whole file.
  public let line: Int?
  /// From 1, in characters.
  public let column: Int?
  /// What is wrong, as a whole sentence.
  public let message: String
  public let hint: Message?

  public var explanation: Explanation {
    let location = [line.map { "line \($0)" }, column.map { "column \($0)" }].compactMap(\.self)
    return Explanation(
      .badData, code: "rubric-unusable", ([quoted(file)] + location).joined(separator: ", ") + ": " + message,
      hint: hint ?? "Mend it there and run the same command again.",
      location: ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":"))
  }
}
