import Audit
public import Postgres
public import Vocabulary

/// Single assignments, as an organiser decides them.
extension JudgingService {
  /// Gives a judge a team, though the plan may have thought otherwise; conflicts are looked for first.
  /// - Returns: What it came to, and the languages of the team's work where the judge reads none of them.
  public func setAssignment(
    _ assignment: Assignment, in round: Round, of event: EventID, _ unit: UnitOfWork
  ) throws -> (outcome: Outcome, unread: [String]) {
    let round = try lockedForAssignments(round, of: event, in: unit)
    _ = try findConflicts(of: event, in: unit)
    let outcome = try assign(assignment, in: round.id, of: event, in: unit)
    return (outcome, try unread(assignment, in: round, of: event, unit))
  }

  /// Takes a team from a judge who has not begun its sheet.
  public func removeAssignment(
    _ assignment: Assignment, in round: Round, of event: EventID, _ unit: UnitOfWork
  ) throws {
    let round = try lockedForAssignments(round, of: event, in: unit)
    try takeAway(assignment, in: round, of: event, unit)
  }

  /// Lets two judges exchange a team each; neither has begun its sheet.
  public func swapAssignments(
    _ one: Assignment, _ other: Assignment, in round: Round, of event: EventID, _ unit: UnitOfWork
  ) throws {
    if one.judge == other.judge { throw AssignmentError.sameJudge(one.judge) }
    if one.team == other.team { throw AssignmentError.sameTeam(one.team) }
    let round = try lockedForAssignments(round, of: event, in: unit)
    _ = try findConflicts(of: event, in: unit)
    for assignment in [one, other] { try takeAway(assignment, in: round, of: event, unit) }
    for assignment in [
      Assignment(judge: one.judge, team: other.team), Assignment(judge: other.judge, team: one.team),
    ] {
      guard try assign(assignment, in: round.id, of: event, in: unit) == .created else {
        throw AssignmentError.assignedAlready(assignment)
      }
    }
  }

  private func takeAway(_ assignment: Assignment, in round: Round, of event: EventID, _ unit: UnitOfWork) throws {
    let (judge, team) = try pair(assignment.judge, assignment.team, of: event, in: unit)
    switch try assignments.remove(judge, team, round.id, of: event, in: unit) {
    case .removed:
      let fields = [AuditField("team", assignment.team), AuditField("round", round.key.text)]
      try audit.did("took away", "assignment", assignment.judge, fields, of: event, in: unit)
    case .notAssigned: throw AssignmentError.notAssigned(assignment)
    case .hasSheet: throw AssignmentError.hasSheet(assignment)
    }
  }

  private func unread(
    _ assignment: Assignment, in round: Round, of event: EventID, _ snapshot: Snapshot
  ) throws -> [String] {
    let input = try plans.input(for: round.id, of: event, in: snapshot)
    guard let judge = input.judges.firstIndex(where: { $0.code == assignment.judge }),
      let team = input.teams.firstIndex(where: { $0.key == assignment.team })
    else { return [] }
    return input.reads(PlanInput.Pair(judge: judge, team: team)) ? [] : input.teams[team].languages
  }
}
