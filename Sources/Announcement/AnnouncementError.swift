public import Competition

/// Why an announcement cannot be rendered.
public enum AnnouncementError: ExplainedError, Equatable {
  case unwritten(Language)
  case blocked(Language, missing: [MissingFact])
  case noResult

  public var explanation: Explanation {
    switch self {
    case .unwritten(let language):
      Explanation(
        .refused, code: "language-unwritten", "There are no announcement texts in \(quoted(language.code)) yet.",
        hint: "Choose among \(Wordings.languages.map(\.code).joined(separator: ", ")).")
    case .blocked(let language, let missing):
      Explanation(
        .refused, code: "announcement-blocked",
        "The announcement in \(quoted(language.code)) is blocked: \(missing.map(\.what).joined(separator: "; ")).",
        hint: missing.first.map { "First run: \($0.command)" })
    case .noResult:
      Explanation(
        .notFound, code: "no-result", "The event has no result yet.", hint: "Compute one: datajam result compute")
    }
  }
}
