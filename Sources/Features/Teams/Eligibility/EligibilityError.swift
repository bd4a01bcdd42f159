public import Vocabulary

/// Why a point of eligibility or a finding is refused.
public enum EligibilityError: ExplainedError, Equatable {
  case judgingBegan
  case alreadyThere(String)
  case kindTwice(EligibilityPoint.Kind)
  case unknownPoint(String, nearest: String?)
  case textNeeded(String)
  case computed(String)
  case noReason(team: String)
  case hasFindings(String)

  public var explanation: Explanation {
    switch self {
    case .judgingBegan:
      Explanation(
        .refused, code: "judging-began", "A score was saved, so what makes a team eligible stays.",
        hint: "To let one team be ranked: \(run: "team allow TEAM --reason TEXT")")
    case .alreadyThere(let key):
      Explanation(
        .refused, code: "point-exists", "A point \(quoted(key)) is declared already.",
        hint: "See all: \(run: "eligibility list")")
    case .kindTwice(let kind):
      Explanation(
        .refused, code: "kind-declared", "A point of the kind \(quoted(kind.rawValue)) is declared already.",
        hint: "See all: \(run: "eligibility list")")
    case .unknownPoint(let key, let nearest):
      .unknown("point of eligibility", key, nearest: nearest, otherwise: "List them: \(run: "eligibility list")")
    case .textNeeded(let key):
      Explanation(
        .usage, code: "text-needed", "The point \(quoted(key)) does not say what it asks.",
        hint: "Add it in words: --text-en TEXT, or a kind that the program checks: --kind submitted")
    case .computed(let key):
      Explanation(
        .refused, code: "point-computed", "The program itself finds whether teams meet the point \(quoted(key)).",
        hint: "To let one team be ranked all the same: \(run: "team allow TEAM --reason TEXT")")
    case .noReason(let team):
      Explanation(
        .usage, code: "reason-needed", "A finding about the team \(quoted(team)) needs a reason.",
        hint: "Add --reason TEXT; it is kept in the log.")
    case .hasFindings(let key):
      Explanation(
        .refused, code: "point-has-findings",
        "Somebody found whether teams meet the point \(quoted(key)), so it stays.",
        hint: "See the findings: \(run: "eligibility check")")
    }
  }
}
