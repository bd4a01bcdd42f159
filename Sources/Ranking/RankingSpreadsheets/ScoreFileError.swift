public import Vocabulary

/// Why files of scores cannot be ranked: every location that is wrong, up to a limit.
public struct ScoreFileError: ExplainedError, Equatable {
  public let file: String
  /// What is wrong, in whole sentences.
  public let problems: [String]

  /// What to do next, where it is not to mend the file.
  public let hint: Message?

  init(file: String, problems: [String], hint: Message? = nil) {
    self.file = file
    self.problems = problems
    self.hint = hint
  }

  static let mostShown = 20

  public var explanation: Explanation {
    let shown = problems.prefix(Self.mostShown).joined(separator: "\n")
    let rest = problems.count - Self.mostShown
    return Explanation(
      .badData, code: "scores-unusable", shown + (rest > 0 ? "\nand \(rest) more like these." : ""),
      hint: hint ?? "Mend \(quoted(file)) and run the same command again.", location: file)
  }
}
