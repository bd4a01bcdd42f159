public import Vocabulary

/// Why a round cannot be what was asked.
public enum RoundError: ExplainedError, Equatable {
  case alreadyThere(String)
  case ended(String, Round.State)
  case frozen(String)
  case stillReferredTo(String, by: String)
  case assignmentsFrozen
  case noMinimum(Int)
  case unknownTrack(String, nearest: String?)
  case noEntrant(team: String)
  case notOfPanel(judge: String)
  case assignedOutside(String)
  case nothingAssigned(String)
  case blocked(round: String, by: [CoverageFinding])
  case notClosed(String, Round.State)
  case notYetClosed(String, Round.State)
  case notFreezable(round: String, by: [CoverageFinding])
  case approvedResult(round: String)

  public var explanation: Explanation {
    switch self {
    case .alreadyThere(let key):
      Explanation(
        .refused, code: "round-exists", "There is a round \(quoted(key)) already.",
        hint: "To change it: \(run: "round set \(key) --minimum N")")
    case .ended(let key, let state):
      Explanation(
        .refused, code: "round-\(state.rawValue)", "The round \(quoted(key)) was open once and is \(state.rawValue).",
        hint: "To take scores again: \(run: "judging reopen \(key) --reason TEXT")")
    case .frozen(let key):
      Explanation(
        .refused, code: "round-frozen", "The round \(quoted(key)) is frozen, so nothing of it changes any more.",
        hint: "Plan a further round: \(run: "round add KEY"). Or take scores again: "
          + "\(run: "judging reopen \(key) --reason TEXT")")
    case .stillReferredTo(let key, let referrer):
      Explanation(
        .refused, code: "round-in-use", "The round \(quoted(key)) cannot be removed because it has \(referrer).",
        hint: "See them: \(run: "round show \(key)"). If judging is over: \(run: "judging close \(key)")")
    case .assignmentsFrozen:
      Explanation(
        .refused, code: "round-frozen", "The round is frozen, so nobody is assigned in it any more.",
        hint: "See the rounds: \(run: "round list")")
    case .noMinimum(let count):
      Explanation(
        .badData, code: "unusable-minimum", "A team needs 1 sheet at least, but \(count) was given.",
        hint: "Write a whole number from 1.")
    case .unknownTrack(let key, let nearest):
      .unknown("track", key, nearest: nearest, otherwise: "List them: \(run: "track list")")
    case .noEntrant(let team):
      Explanation(
        .refused, code: "not-an-entrant", "The round does not take the team \(quoted(team)).",
        hint: "See whom it takes: \(run: "round list")")
    case .notOfPanel(let judge):
      Explanation(
        .refused, code: "not-of-the-panel", "The round has judges of its own, and \(quoted(judge)) is none of them.",
        hint: "Add the judge: \(run: "round set ROUND --judges CODES")")
    case .assignedOutside(let pair):
      Explanation(
        .refused, code: "assigned-outside",
        "The round cannot be made smaller: \(quoted(pair)) is assigned in it and would be outside.",
        hint: "Plan a further round instead: \(run: "round add KEY")")
    case .nothingAssigned(let judge):
      Explanation(
        .notFound, code: "nothing-assigned", "No team is assigned to \(quoted(judge)) yet.",
        hint: "Ask the organisers when the judging begins.")
    case .blocked(let round, let findings):
      Explanation(
        .refused, code: "round-blocked",
        "The round \(quoted(round)) cannot close yet: "
          + (findings.count == 1 ? "1 thing prevents it." : "\(findings.count) things prevent it."),
        hint: "To close it all the same: \(run: "judging close \(round) --force --reason TEXT")")
    case .notYetClosed(let key, let state):
      Explanation(
        .refused, code: "round-\(state.rawValue)",
        "The round \(quoted(key)) is \(state.rawValue), and only a closed one can be frozen.",
        hint: "Close it first: \(run: "judging close \(key)")")
    case .notFreezable(let round, let findings):
      Explanation(
        .refused, code: "round-blocked",
        "The round \(quoted(round)) cannot be frozen yet: "
          + (findings.count == 1 ? "1 thing prevents it." : "\(findings.count) things prevent it."),
        hint: "To mend it: \(run: "judging reopen \(round) --reason TEXT"). "
          + "To freeze it all the same: \(run: "result freeze \(round) --force --reason TEXT")")
    case .approvedResult(let round):
      Explanation(
        .refused, code: "result-approved",
        "A result of the round \(quoted(round)) was approved, so its scores stay as they are.",
        hint: "See which, and retract it first: \(run: "result list")")
    case .notClosed(let key, let state):
      Explanation(
        .refused, code: "round-\(state.rawValue)",
        "The round \(quoted(key)) is \(state.rawValue), so its finalists are not known yet.",
        hint: "Close it first: \(run: "judging close \(key)")")
    }
  }
}
