public import Vocabulary

/// Why an event cannot be removed.
public enum EventRemovalError: ExplainedError, Equatable {
  case announced(Slug)
  case related(Slug, by: Slug)

  public var explanation: Explanation {
    switch self {
    case .announced(let event):
      Explanation(
        .refused, code: "result-was-announced",
        "The event \(quoted(event.text)) cannot be removed because a result of it was announced.",
        hint: "To erase the people's personal data: \(run: "person erase --due")")
    case .related(let event, let other):
      Explanation(
        .refused, code: "event-in-use",
        "The event \(quoted(event.text)) cannot be removed because \(quoted(other.text)) is related to it.",
        hint: "Take that back first: \(run: "event unrelate \(other) \(event)")")
    }
  }
}
