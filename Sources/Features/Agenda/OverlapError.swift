public import Vocabulary

/// Why two sessions cannot be allowed to take place at once.
public enum OverlapError: ExplainedError, Equatable {
  case withoutReason
  case sameSession(String)
  case noClash(String, String)

  public var explanation: Explanation {
    switch self {
    case .withoutReason:
      Explanation(
        .badData, code: "reason-needed", "An overlap is allowed, or no longer allowed, for a reason.",
        hint: "Give it: --reason TEXT")
    case .sameSession(let key):
      Explanation(
        .badData, code: "same-session", "Session \(quoted(key)) was named twice.",
        hint: "Name the two sessions that take place at once.")
    case .noClash(let one, let other):
      Explanation(
        .refused, code: "no-clash",
        "Sessions \(quoted(one)) and \(quoted(other)) share no speaker and no room at the same time.",
        hint: "See which do: \(run: "agenda check")")
    }
  }
}
