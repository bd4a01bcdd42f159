public import Vocabulary

/// Why a rubric cannot be kept as asked.
public enum RubricError: ExplainedError, Equatable {
  case noCriteria(Slug)
  case weightNotPositive(criterion: String, Points)
  case criterionTwice(String)
  case stepsMissTheEnd(criterion: String, ClosedRange<Points>, step: Points)
  case levelOffScale(criterion: String, Points)
  case levelTwice(criterion: String, Points)
  case unknownRubric(String, nearest: String?)
  case unknownVersion(Int, of: String, newest: Int)
  case severalRubrics([String])
  case stillReferredTo(String, version: Int, by: String)

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
    case .stepsMissTheEnd(let criterion, let scale, let step):
      Explanation(
        .badData, code: "steps-miss-the-end",
        "Steps of \(step) do not lead \(quoted(criterion)) from \(scale.lowerBound) to \(scale.upperBound).")
    case .levelOffScale(let criterion, let points):
      Explanation(
        .badData, code: "level-off-scale", "\(quoted(criterion)) says what \(points) means, which nobody can give.")
    case .levelTwice(let criterion, let points):
      Explanation(.badData, code: "level-twice", "\(quoted(criterion)) says twice what \(points) means.")
    case .unknownVersion(let version, let key, let newest):
      Explanation(
        .notFound, code: "version-not-found",
        "The rubric \(quoted(key)) has no version \(quoted(String(version))): the newest is \(newest).")
    case .stillReferredTo(let key, let version, let referrer):
      Explanation(
        .refused, code: "rubric-in-use",
        "Version \(version) of the rubric \(quoted(key)) cannot be removed because it has \(referrer).",
        hint: "To change it, import it again as a new version: \(run: "rubric import FILE")")
    case .severalRubrics(let keys):
      Explanation(
        .usage, code: "which-rubric", "There are several rubrics: \(keys.joined(separator: ", ")).",
        hint: "Say which one.")
    case .unknownRubric(let key, let nearest):
      .unknown("rubric", key, nearest: nearest, otherwise: "Import one: \(run: "rubric import FILE")")
    }
  }
}
