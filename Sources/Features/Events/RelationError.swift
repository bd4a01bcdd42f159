public import Vocabulary

/// Why two editions cannot be related as asked.
public enum RelationError: ExplainedError, Equatable {
  case toItself(String)
  case unknownEdition(String, nearest: String?)
  case unusableName(String)
  case statedThere(event: String, other: String, Relation.Kind)

  public var explanation: Explanation {
    switch self {
    case .toItself(let event):
      Explanation(
        .refused, code: "related-to-itself", "The event \(quoted(event)) cannot be related to itself.",
        hint: "Name another edition.")
    case .unknownEdition(let slug, let nearest):
      Explanation(
        .notFound, code: "event-not-found", "There is no event \(quoted(slug)).",
        hint: suggestion(nearest)
          ?? "For an edition that is not in this database, write its name, such as \"DataJam 2022\".")
    case .unusableName(let name):
      Explanation(
        .badData, code: "unusable-name", "\(quoted(name)) cannot be an edition's name: it takes 1 to 200 characters.",
        hint: "Write the key of an event, or a name.")
    case .statedThere(let event, let other, let kind):
      Explanation(
        .refused, code: "related-from-other-side",
        "The event \(quoted(other)) names \(quoted(event)) as its \(kind.rawValue) already.",
        hint: "To take that back: \(run: "event unrelate \(other) \(event)")")
    }
  }
}
