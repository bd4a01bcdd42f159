public import Vocabulary

/// Why assignments stay as they are.
public enum AssignmentError: ExplainedError, Equatable {
  case notAssigned(Assignment)
  case hasSheet(Assignment)
  case assignedAlready(Assignment)
  case notTaking(round: String, Round.State)
  case unusableCount(Int, what: String, limit: Int)
  case sameJudge(String)
  case sameTeam(String)

  public var explanation: Explanation {
    switch self {
    case .notAssigned(let pair):
      Explanation(
        .notFound, code: "not-assigned", "\(pair.judge) is not assigned to the team \(quoted(pair.team)).",
        hint: "See who is: \(run: "assignment list")")
    case .hasSheet(let pair):
      Explanation(
        .refused, code: "sheet-begun",
        "\(pair.judge) has begun a sheet for the team \(quoted(pair.team)), which is kept with the assignment.",
        hint: "To count it no longer: \(run: "score recuse \(pair.judge) \(pair.team) --reason TEXT")")
    case .assignedAlready(let pair):
      Explanation(
        .refused, code: "assigned-already", "\(pair.judge) has the team \(quoted(pair.team)) already.",
        hint: "See who scores whom: \(run: "assignment list")")
    case .notTaking(let round, let state):
      Explanation(
        .refused, code: "round-\(state.rawValue)",
        "The round \(quoted(round)) is \(state.rawValue), so its assignments stay as they are.",
        hint: state == .closed ? "To go on with it: \(run: "judging reopen \(round) --reason TEXT")" : nil)
    case .unusableCount(let count, let what, let limit):
      Explanation(
        .usage, code: "unusable-count", "\(what) takes a whole number from 1 to \(limit), but \(count) was given.")
    case .sameJudge(let judge):
      Explanation(
        .usage, code: "same-judge", "A swap takes two judges, but \(quoted(judge)) was given twice.",
        hint: "Write it like J-01 aurora J-02 boreal.")
    case .sameTeam(let team):
      Explanation(
        .usage, code: "same-team", "A swap takes two teams, but \(quoted(team)) was given twice.",
        hint:
          "To hand a team over: \(run: "assignment remove JUDGE \(team)"), then \(run: "assignment set OTHER \(team)")")
    }
  }
}
