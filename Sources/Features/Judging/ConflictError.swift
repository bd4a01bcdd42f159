public import Vocabulary

/// Why a conflict of interest stays as it is.
public enum ConflictError: ExplainedError, Equatable {
  case reasonNeeded
  case notOneself(String)
  case none(judge: String, team: String)

  public var explanation: Explanation {
    switch self {
    case .reasonNeeded:
      Explanation(
        .usage, code: "reason-needed", "Conflicts of interest are kept with a reason, and none was given.",
        hint: "Add --reason TEXT.")
    case .notOneself(let judge):
      Explanation(
        .notAllowed, code: "not-oneself", "A judge declares conflicts of their own, but \(quoted(judge)) was given.",
        hint: "See who you are: \(run: "whoami")")
    case .none(let judge, let team):
      Explanation(
        .notFound, code: "no-conflict", "\(judge) has no conflict of interest with team \(quoted(team)).",
        hint: "Look for some: \(run: "judge conflict find")")
    }
  }
}
