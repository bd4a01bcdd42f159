public import Vocabulary

/// Why no feedback can be given.
public enum FeedbackError: ExplainedError, Equatable {
  case notAnnounced
  case sharesNothing
  case none(team: String)

  public var explanation: Explanation {
    switch self {
    case .notAnnounced:
      Explanation(
        .refused, code: "not-announced", "The result is not public yet, and feedback would tell of it.",
        hint: "Announce it: \(run: "result announce --at TIME")")
    case .sharesNothing:
      Explanation(
        .refused, code: "feedback-not-shared", "The event shares nothing of its judging with the teams.",
        hint: "Let it: \(run: "feedback policy comments")")
    case .none(let team):
      Explanation(.notFound, code: "no-feedback", "Nobody scored the team \(quoted(team)).")
    }
  }
}
