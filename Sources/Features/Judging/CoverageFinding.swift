public import Vocabulary

/// One thing that is in the way of closing a round.
public enum CoverageFinding: Equatable, Sendable {
  /// A team with fewer complete sheets than it needs, and how many judges are to score it.
  case thinTeam(String, sheets: Int, assigned: Int, minimum: Int)
  case openConflict(judge: String, team: String, kinds: String, isScored: Bool)
  /// A conflict that somebody declared after the sheet was ready, which does not keep the round open.
  case declaredLater(judge: String, team: String, isOpen: Bool)
  case unconfirmed(judge: String, team: String)
  /// A sheet that was begun and does not count.
  case draft(judge: String, team: String)
  /// An assignment without a sheet.
  case owed(judge: String, team: String)
  /// A team that will not be ranked, and what keeps it from that.
  case ineligible(String, obstacle: String)

  /// Whose conflict with which team it is about; nil for other findings.
  var pair: Assignment? {
    switch self {
    case .openConflict(let judge, let team, _, _), .declaredLater(let judge, let team, _):
      Assignment(judge: judge, team: team)
    default: nil
    }
  }

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .thinTeam: "too-few-sheets"
    case .openConflict: "open-conflict"
    case .declaredLater: "conflict-to-decide"
    case .unconfirmed: "not-confirmed"
    case .draft: "sheet-not-ready"
    case .owed: "sheet-missing"
    case .ineligible: "not-eligible"
    }
  }

  /// What is in the way, as a sentence.
  public var sentence: String {
    switch self {
    case .thinTeam(let team, let sheets, _, let minimum):
      "The team \(quoted(team)) has \(sheets == 1 ? "1 complete sheet" : "\(sheets) complete sheets") without conflict, "
        + "but needs \(minimum)."
    case .openConflict(let judge, let team, let kinds, let isScored):
      "\(judge) \(isScored ? "scored" : "is to score") the team \(quoted(team)) in spite of a conflict of interest "
        + "(\(kinds))."
    case .declaredLater(let judge, let team, let isOpen):
      "\(judge) declared a conflict of interest with the team \(quoted(team)) after the sheet was ready. "
        + (isOpen
          ? "Take the sheet out, unless two organisers override the conflict."
          : "Two organisers override the conflict, or the round is reopened to take the sheet out.")
    case .unconfirmed(let judge, let team):
      "The sheet of \(judge) for team \(quoted(team)) was entered by somebody else and not confirmed."
    case .draft(let judge, let team):
      "The sheet of \(judge) for team \(quoted(team)) was begun and is not ready, so it does not count."
    case .owed(let judge, let team): "\(judge) was to score team \(quoted(team)) and has not begun."
    case .ineligible(let team, let obstacle): "The team \(quoted(team)) will not be ranked: \(obstacle)."
    }
  }

  /// The step that mends it, or shows what to mend.
  public func nextStep(in round: String) -> NextStep {
    switch self {
    case .thinTeam(_, _, let assigned, let minimum):
      assigned < minimum
        ? "assignment plan --per-team \(minimum) --keep --round \(round)"
        : "score missing --round \(round)"
    case .openConflict(let judge, let team, _, _): "judge conflict list --judge \(judge) --team \(team)"
    case .declaredLater(let judge, let team, isOpen: true):
      "score recuse \(judge) \(team) --reason TEXT --round \(round)"
    case .declaredLater(let judge, let team, isOpen: false): "judge conflict override \(judge) \(team) --reason TEXT"
    case .ineligible(let team, _): "team allow \(team) --reason TEXT"
    case .draft: "judging reopen \(round) --reason TEXT"
    case .unconfirmed(let judge, _), .owed(let judge, _): "judge remind \(judge) --round \(round) -o FOLDER"
    }
  }
}
