public import Competition

/// Why a rubric cannot be kept as asked.
public enum RubricError: ExplainedError, Equatable {
  case noCriteria(Slug)
  case weightNotPositive(criterion: String, Points)
  case criterionTwice(String)
  case unknownRubric(String, nearest: String?)

  public var explanation: Explanation {
    switch self {
    case .noCriteria(let key):
      Explanation(.badData, code: "no-criteria", "The rubric \(quoted(key.text)) has no criteria.")
    case .weightNotPositive(let criterion, let weight):
      Explanation(
        .badData, code: "weight-not-positive",
        "The weight of \(quoted(criterion)) has to be above 0, but \(weight) was given.")
    case .criterionTwice(let criterion):
      Explanation(.badData, code: "criterion-twice", "The criterion \(quoted(criterion)) stands twice in the rubric.")
    case .unknownRubric(let key, let nearest):
      .unknown("rubric", key, nearest: nearest, otherwise: "Import one: datajam rubric import FILE")
    }
  }
}
