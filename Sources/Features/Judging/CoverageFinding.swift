public import Vocabulary

/// One thing that is in the way of closing a round.
public enum CoverageFinding: Equatable, Sendable {
  /// A team with fewer complete sheets than it needs, and how many judges are to score it.
  case thinTeam(String, sheets: Int, assigned: Int, minimum: Int)
  case openConflict(judge: String, team: String, kinds: String, isScored: Bool)
  case unconfirmed(judge: String, team: String)
  /// A sheet that was begun and does not count.
  case draft(judge: String, team: String)
  /// An assignment without a sheet.
  case owed(judge: String, team: String)
  /// A team that will not be ranked, and what keeps it from that.
  case ineligible(String, obstacle: String)

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .thinTeam: "too-few-sheets"
    case .openConflict: "open-conflict"
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
    case .ineligible(let team, _): "team allow \(team) --reason TEXT"
    case .draft: "judging reopen \(round) --reason TEXT"
    case .unconfirmed(let judge, _), .owed(let judge, _): "judge remind \(judge) --round \(round) -o FOLDER"
    }
  }
}
