public import Vocabulary

/// One thing that keeps a result from being approved.
public enum ApprovalFinding: Equatable, Sendable {
  case retracted
  case newer(Int)
  case notFrozen(round: String)
  case openRound(String)
  case separateParts(Int, round: String)
  case openTie(SharedRank)
  case teamNotActive(String, status: String)
  /// The round holds other scores or teams than those that were ranked.
  case stale(round: String)
  /// Recomputed from its snapshot it comes out otherwise.
  case differs(Int)
  /// Teams may still object.
  case objectionsOpen
  case objection(Int, team: String, isAccepted: Bool)
  /// Who receives what is not settled, which is in the way of announcing only; the step settles it.
  case prize(String, NextStep)

  /// A stable word for programs.
  public var code: String {
    switch self {
    case .retracted: "retracted"
    case .newer: "not-the-newest"
    case .notFrozen: "round-not-frozen"
    case .openRound: "round-open"
    case .separateParts: "separate-parts"
    case .openTie: "tie-open"
    case .teamNotActive: "team-out"
    case .stale: "stale"
    case .differs: "differs"
    case .objectionsOpen: "objections-open"
    case .objection(_, _, let isAccepted): isAccepted ? "objection-accepted" : "objection-open"
    case .prize: "prize-open"
    }
  }

  /// What is in the way, as a sentence.
  public var sentence: String {
    switch self {
    case .retracted: "It was retracted."
    case .newer(let number): "Result \(number) is newer."
    case .notFrozen(let round): "The round \(quoted(round)) is not frozen, so its scores can still change."
    case .openRound(let round): "The round \(quoted(round)) is open."
    case .separateParts(let count, _): "Its ranks count within \(count) groups of teams that no judge links."
    case .openTie(let shared):
      "\(shared.teams.map { quoted($0) }.joined(separator: ", ")) share rank \(shared.rank), on which a prize or the "
        + "podium hangs."
    case .teamNotActive(let team, let status): "The team \(quoted(team)) has a rank, but is \(status)."
    case .stale(let round): "The round \(quoted(round)) holds other scores or teams than those that were ranked."
    case .differs(let count):
      "Recomputed from its snapshot it differs in \(count == 1 ? "1 thing" : "\(count) things")."
    case .objectionsOpen: "Teams may still object to it."
    case .objection(let number, let team, true):
      "Objection \(number) of the team \(quoted(team)) was accepted, so the result has to be computed again."
    case .objection(let number, let team, false): "Objection \(number) of the team \(quoted(team)) is not decided."
    case .prize(let sentence, _): sentence
    }
  }

  /// The step that mends it, or shows what to mend.
  public func nextStep(for number: Int) -> NextStep {
    switch self {
    case .retracted: "result compute"
    case .newer(let newer): "result approve \(newer)"
    case .notFrozen(let round): "result freeze \(round)"
    case .openRound(let round): "judging close \(round)"
    case .separateParts(_, let round): "result compute --across --round \(round)"
    case .openTie(let shared):
      "result tie break \(each: shared.teams) --how lot --reason TEXT"
    case .teamNotActive, .stale: "result compute"
    case .differs: "result verify"
    case .objectionsOpen: "objection list"
    case .objection(_, _, true): "result compute"
    case .objection(let number, _, false): "objection show \(number)"
    case .prize(_, let step): step
    }
  }
}
