import Audit
public import Postgres
public import Vocabulary

/// Who scores which team.
extension JudgingService {
  /// Gives a judge a team to score, unless the two are in conflict or the round takes one of them not.
  public func assign(
    _ assignment: Assignment, in round: RoundID, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let (judge, team) = (assignment.judge, assignment.team)
    switch try refusing(assignment, { try assignments.assign(judge, team, round, of: event, in: unit) }) {
    case .assigned:
      try audit.did("assigned", "judge", judge, [AuditField("team", team)], of: event, in: unit)
      return .created
    case .assignedBefore: return .unchanged
    case .unknownJudge: throw try unknownJudge(judge, of: event, in: unit)
    case .unknownTeam: throw try unknownTeam(team, of: event, in: unit)
    }
  }

  /// The round's assignments by judge and team; only those of one judge where a code is given.
  public func assignments(
    in round: RoundID, of event: EventID, only judge: String? = nil, in snapshot: Snapshot
  ) throws -> [Assignment] {
    try assignments.assignments(in: round, of: judge, event, in: snapshot)
  }

  /// The round in which a judge scores: the one that is named, otherwise the only one in which the judge has a team.
  public func round(_ key: String?, for judge: String, of event: EventID, in snapshot: Snapshot) throws -> Round {
    let own = try assignments.rounds(of: judge, event, in: snapshot)
    let all = try rounds.rounds(of: event, in: snapshot).filter { own.contains($0.id) }
    if let key {
      guard let round = all.first(where: { $0.key.text == key }) else {
        throw JudgingError.unknownRound(key, nearest: nearest(to: key, among: all.map(\.key.text)))
      }
      return round
    }
    let open = all.filter { $0.state == .open }
    guard let only = open.count == 1 ? open.first : all.first else { throw RoundError.nothingAssigned(judge) }
    guard open.count == 1 || all.count == 1 else { throw JudgingError.severalRounds(all.map(\.key.text)) }
    return only
  }

  /// What the schema refuses, in words.
  private func refusing<Result>(_ assignment: Assignment, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as PostgresError {
      let (judge, team) = (assignment.judge, assignment.team)
      switch error.constraint {
      case "judge_without_conflict": throw JudgingError.conflict(judge: judge, team: team)
      case "assigned_team_is_entrant": throw RoundError.noEntrant(team: team)
      case "assigned_judge_is_of_panel": throw RoundError.notOfPanel(judge: judge)
      case "frozen_round_stays": throw RoundError.assignmentsFrozen
      default: throw error
      }
    }
  }
}
