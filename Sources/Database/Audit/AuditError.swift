public import Vocabulary

/// Why a change could not be logged, and so was not made.
public enum AuditError: ExplainedError, Equatable {
  case unknownPrincipal(String)

  public var explanation: Explanation {
    switch self {
    case .unknownPrincipal(let name):
      Explanation(
        .notAllowed, code: "not-an-organiser", "\(quoted(name)) is not an organiser of this event.",
        hint: "Say who you are with --by NAME, or have an organiser run: \(run: "organiser add NAME")")
    }
  }
}
