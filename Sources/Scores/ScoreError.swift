public import Competition

/// Why a sheet cannot be saved as asked.
public enum ScoreError: ExplainedError, Equatable {
  case unknownJudge(String, nearest: String?)
  case unknownTeam(String, nearest: String?)
  case unknownCriterion(String, known: [String])
  case outOfRange(criterion: String, given: Points, allowed: ClosedRange<Points>)
  case notAssigned(judge: String, team: String)
  case conflict(judge: String, team: String)
  case ofOtherJudge(String)
  case roundNotOpen
  case incomplete(judge: String, team: String, missing: [String])
  case changedMeanwhile(judge: String, team: String, revision: Int)

  public var explanation: Explanation {
    switch self {
    case .unknownJudge(let code, let nearest):
      .unknown("judge", code, nearest: nearest, otherwise: "List them: datajam judge list")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: datajam team list")
    case .unknownCriterion(let key, let known):
      Explanation(
        .notFound, code: "criterion-not-found", "The rubric has no criterion \(quoted(key)).",
        hint: "Its criteria are: \(known.joined(separator: ", ")).")
    case .outOfRange(let criterion, let given, let allowed):
      Explanation(
        .badData, code: "score-out-of-range",
        "\(quoted(criterion)) takes \(allowed.lowerBound) to \(allowed.upperBound) points, but \(given) was given.")
    case .notAssigned(let judge, let team):
      Explanation(
        .refused, code: "not-assigned", "\(judge) is not assigned to team \(quoted(team)).",
        hint: "Assign the judge first: datajam assignment import FILE")
    case .conflict(let judge, let team):
      Explanation(
        .refused, code: "judge-in-conflict",
        "\(judge) has a conflict of interest with team \(quoted(team)), so the score was not taken.")
    case .ofOtherJudge(let judge):
      Explanation(
        .notAllowed, code: "sheet-of-other-judge",
        "The sheets of \(quoted(judge)) are for that judge and for organisers.",
        hint: "See who you are: datajam whoami")
    case .roundNotOpen:
      Explanation(
        .refused, code: "round-not-open", "The round is not open, so no score was taken.",
        hint: "An organiser can open it: datajam judging open")
    case .incomplete(let judge, let team, let missing):
      Explanation(
        .refused, code: "sheet-incomplete",
        "The sheet of \(judge) for team \(quoted(team)) cannot be ready: \(missing.joined(separator: ", ")) is missing."
      )
    case .changedMeanwhile(let judge, let team, let revision):
      Explanation(
        .busy, code: "sheet-changed",
        "The sheet of \(judge) for team \(quoted(team)) was saved by somebody else meanwhile: it is at revision \(revision).",
        hint: "Look at it, then save again: datajam score list")
    }
  }
}
