public import Competition

/// Why somebody cannot be let in.
public enum AccessError: ExplainedError, Equatable {
  case unusableName(String)

  public var explanation: Explanation {
    switch self {
    case .unusableName(let name):
      Explanation(
        .badData, code: "unusable-name", "\(quoted(name)) cannot be an organiser's name: it takes 1 to 200 characters.")
    }
  }
}
