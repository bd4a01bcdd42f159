public import Vocabulary

/// Why a name is no track for which teams opted.
public enum OptedTrackError: ExplainedError, Equatable {
  /// No submission opted for it; `others` are what they opted for.
  case nobody(String, others: [String])
  case several(String, [String])

  public var explanation: Explanation {
    switch self {
    case .nobody(let name, let others):
      let words = others.prefix(12).map(quoted).joined(separator: ", ")
      return Explanation(
        .notFound, code: "nobody-opted", "No submission opted for \(quoted(name)), and no track has this name.",
        hint: suggestion(nearest(to: name, among: others))
          ?? (others.isEmpty ? "No submission opted for anything." : "They opted for \(words)."))
    case .several(let name, let keys):
      return Explanation(
        .badData, code: "several-tracks", "\(quoted(name)) may mean \(keys.joined(separator: " or ")).",
        hint: "Give the key with --track.")
    }
  }
}
