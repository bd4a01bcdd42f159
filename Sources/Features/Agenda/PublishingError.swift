public import AgendaFormats
public import Vocabulary

/// Why an agenda cannot be published or handed out.
public enum PublishingError: ExplainedError, Equatable {
  case clashes([Finding])
  case nothingToPublish
  case notPublished
  case textsMissing([AgendaGap], in: Language)

  public var explanation: Explanation {
    switch self {
    case .clashes(let findings):
      Explanation(
        .refused, code: "agenda-clashes",
        "The agenda cannot be published: \(findings.map(\.message).prefix(3).joined(separator: " "))"
          + (findings.count > 3 ? " And \(findings.count - 3) more." : ""),
        hint: "See everything, with the commands that mend it: \(run: "agenda check"). If an overlap is meant, such as "
          + "one talk in two rooms: \(run: findings.allowingStep ?? "agenda allow-overlap SESSION OTHER --reason TEXT")"
      )
    case .nothingToPublish:
      Explanation(
        .refused, code: "nothing-to-publish", "There is no session to publish.",
        hint: "Add some: \(run: "agenda import FILE")")
    case .textsMissing(let gaps, let language):
      Explanation(
        .incomplete, code: "texts-missing",
        "The agenda is not given out in \(language.code): \(gaps.map(\.sentence).prefix(3).joined(separator: " "))"
          + (gaps.count > 3 ? " And \(gaps.count - 3) more." : ""),
        hint: "See all: \(run: "agenda check"). Once they are there: \(run: "agenda publish")")
    case .notPublished:
      Explanation(
        .refused, code: "not-published", "The agenda was not published yet, so nothing of it is given out.",
        hint: "Look it over and publish it: \(run: "agenda check"), then \(run: "agenda publish")")
    }
  }
}

extension [Finding] {
  /// The step that allows the first clash.
  public var allowingStep: NextStep? {
    let keys = first { $0.code == "speaker-twice" || $0.code == "room-twice" }?.subjects ?? []
    guard keys.count == 2 else { return nil }
    return "agenda allow-overlap \(keys[1]) \(keys[0]) --reason TEXT"
  }
}
