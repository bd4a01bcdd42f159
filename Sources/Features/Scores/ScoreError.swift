public import Vocabulary

/// Why a sheet cannot be saved as asked.
public enum ScoreError: ExplainedError, Equatable {
  case unknownJudge(String, nearest: String?)
  case unknownTeam(String, nearest: String?)
  case unknownCriterion(String, known: [String])
  /// A word that may mean several judges, teams or criteria.
  case ambiguous(noun: String, String, among: [String])
  case offStep(criterion: String, given: Points, from: Points, step: Points)
  case outOfRange(criterion: String, given: Points, allowed: ClosedRange<Points>)
  case notAssigned(judge: String, team: String)
  case conflict(judge: String, team: String)
  case ofOtherJudge(String)
  case roundNotOpen
  case recused(judge: String, team: String)
  case settled(judge: String, team: String)
  case noSheet(judge: String, team: String)
  case notReady(judge: String, team: String)
  case confirmedBySaver(judge: String, team: String)
  case noReason
  case readyWithoutReason(judge: String, team: String)
  case incomplete(judge: String, team: String, missing: [String])
  case changedMeanwhile(judge: String, team: String, revision: Int)
  case batchByJudge
  /// Sheets or assignments changed between the look at a batch and its saving.
  case overtaken

  /// The criterion whose answer is at fault, where it is one's.
  public var criterion: String? {
    switch self {
    case .unknownCriterion(let key, _), .outOfRange(let key, _, _), .offStep(let key, _, _, _): key
    default: nil
    }
  }

  public var explanation: Explanation {
    switch self {
    case .unknownJudge(let code, let nearest):
      .unknown("judge", code, nearest: nearest, otherwise: "List them: \(run: "judge list")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unknownCriterion(let key, let known):
      Explanation(
        .notFound, code: "criterion-not-found", "The rubric has no criterion \(quoted(key)).",
        hint: "Its criteria are: \(known.joined(separator: ", ")).")
    case .ambiguous(let noun, let word, let keys):
      Explanation(
        .badData, code: "ambiguous-name",
        "\(quoted(word)) may mean more than one \(noun): \(keys.joined(separator: ", ")).",
        hint: "Write one of these keys in the file.")
    case .outOfRange(let criterion, let given, let allowed):
      Explanation(
        .badData, code: "score-out-of-range",
        "\(quoted(criterion)) takes \(allowed.lowerBound) to \(allowed.upperBound) points, but \(given) was given.")
    case .offStep(let criterion, let given, let lowest, let step):
      Explanation(
        .badData, code: "score-off-step",
        "\(quoted(criterion)) takes points from \(lowest) in steps of \(step), but \(given) was given.")
    case .recused(let judge, let team):
      Explanation(
        .refused, code: "judge-recused", "\(judge) does not score team \(quoted(team)), so no score was taken.",
        hint: "An organiser can undo that: \(run: "score reopen \(judge) \(team) --reason WHY")")
    case .settled(let judge, let team):
      Explanation(
        .refused, code: "sheet-ready", "The sheet of \(judge) for team \(quoted(team)) is ready, so it stays as it is.",
        hint: "An organiser can reopen it: \(run: "score reopen \(judge) \(team) --reason WHY")")
    case .noSheet(let judge, let team):
      Explanation(
        .notFound, code: "sheet-not-found", "\(judge) has no sheet for team \(quoted(team)) yet.",
        hint: "See who owes what: \(run: "score missing")")
    case .notReady(let judge, let team):
      Explanation(
        .refused, code: "sheet-not-ready",
        "The sheet of \(judge) for team \(quoted(team)) is not ready, so there is nothing to confirm.")
    case .confirmedBySaver(let judge, let team):
      Explanation(
        .refused, code: "confirmed-by-saver",
        "The person who saved the sheet of \(judge) for team \(quoted(team)) cannot confirm it.",
        hint: "Let somebody else do it: \(run: "score confirm \(judge) \(team) --by NAME")")
    case .noReason:
      Explanation(.badData, code: "no-reason", "No reason was given.", hint: "Say in a few words why: --reason WHY")
    case .readyWithoutReason(let judge, let team):
      Explanation(
        .refused, code: "ready-without-reason",
        "The sheet of \(judge) for team \(quoted(team)) is ready, and a change of it needs a reason.",
        hint: "Say in a few words why: --reason WHY")
    case .notAssigned(let judge, let team):
      Explanation(
        .refused, code: "not-assigned", "\(judge) is not assigned to team \(quoted(team)).",
        hint: "Assign the judge first: \(run: "assignment set \(judge) \(team)")")
    case .conflict(let judge, let team):
      Explanation(
        .refused, code: "judge-in-conflict",
        "\(judge) has a conflict of interest with team \(quoted(team)), so the score was not taken.")
    case .ofOtherJudge(let judge):
      Explanation(
        .notAllowed, code: "sheet-of-other-judge",
        "The sheets of \(quoted(judge)) are for that judge and for organisers.",
        hint: "See who you are: \(run: "whoami")")
    case .roundNotOpen:
      Explanation(
        .refused, code: "round-not-open", "The round is not open, so no score was taken.",
        hint: "An organiser can open it: \(run: "judging open KEY")")
    case .incomplete(let judge, let team, let missing):
      Explanation(
        .refused, code: "sheet-incomplete",
        "The sheet of \(judge) for team \(quoted(team)) cannot be ready: \(missing.joined(separator: ", ")) is missing."
      )
    case .changedMeanwhile(let judge, let team, let revision):
      Explanation(
        .busy, code: "sheet-changed",
        "The sheet of \(judge) for team \(quoted(team)) was saved by somebody else meanwhile: it is at revision \(revision).",
        hint: "Look at it, then save again: \(run: "score list")")
    case .batchByJudge:
      Explanation(
        .notAllowed, code: "batch-by-judge", "Scores of many sheets at once are for organisers.",
        hint: "Enter your own: \(run: "score enter")")
    case .overtaken:
      Explanation(
        .busy, code: "scores-overtaken", "Sheets or assignments changed meanwhile, so nothing was saved.",
        hint: "Run the same command again.")
    }
  }
}
