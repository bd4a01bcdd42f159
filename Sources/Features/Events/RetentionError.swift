public import Vocabulary

/// Why an event's people cannot be erased now.
public enum RetentionError: ExplainedError, Equatable {
  case notDue(Slug, keptUntil: CalendarDate?)
  case severalDue([String])
  case beforeEnd(CalendarDate, end: CalendarDate)

  public var explanation: Explanation {
    switch self {
    case .notDue(let slug, nil):
      Explanation(
        .refused, code: "not-due", "Event \(quoted(slug.text)) has no day until which its people are kept.",
        hint: "Set it: \(run: "person retention DATE")")
    case .notDue(let slug, let day?):
      Explanation(
        .refused, code: "not-due", "Event \(quoted(slug.text)) keeps its people until \(day), so nobody is due.",
        hint: "To erase one person now: \(run: "person erase KEY")")
    case .severalDue(let slugs):
      Explanation(
        .usage, code: "which-event", "Several events are due: \(slugs.joined(separator: ", ")).",
        hint: "Erase one after the other: \(run: "person erase --due")")
    case .beforeEnd(let day, let end):
      Explanation(
        .badData, code: "kept-too-short",
        "People would be kept until \(day), but the event ends on \(end) and needs them until then.",
        hint: "Choose a later day.")
    }
  }
}
