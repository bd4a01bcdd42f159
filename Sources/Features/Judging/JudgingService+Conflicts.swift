public import Access
import Audit
public import Postgres
public import Vocabulary

/// Conflicts of interest: declared, found, and overridden by two.
extension JudgingService {
  /// How many conflicts a search added and took away.
  public struct Search: Equatable, Sendable {
    public let found: Int
    public let lost: Int
    /// How many were known before and still are, declared ones included.
    public let before: Int
    /// How many of all that are known keep a judge from a team.
    public let open: Int
  }

  /// Writes down what the facts say about judges and teams, and deletes what they no longer say, unless somebody said it.
  public func findConflicts(of event: EventID, in unit: UnitOfWork) throws -> Search {
    let lost = try conflicts.lost(of: event, in: unit)
    let found = try conflicts.found(of: event, in: unit)
    for (action, all) in [("no longer found", lost), ("found", found)] {
      for evidence in all {
        try audit.did(action, "conflict", evidence.auditKey, evidence.auditFields, of: event, in: unit)
      }
    }
    let known = try conflicts.counts(of: event, in: unit)
    return Search(found: found.count, lost: lost.count, before: known.all - found.count, open: known.open)
  }

  /// Says that a judge should not judge a team; what had been found is pinned so.
  public func declareConflict(
    _ judge: String, _ team: String, _ kind: Conflict.Kind = .declared, because reason: String, of event: EventID,
    in unit: UnitOfWork
  ) throws -> Outcome {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ConflictError.reasonNeeded }
    if unit.principal.role == .judge, unit.principal.name != judge { throw ConflictError.notOneself(judge) }
    let (judgeID, teamID) = try pair(judge, team, of: event, in: unit)
    guard try conflicts.declare(judgeID, teamID, kind, reason, of: event, in: unit) else { return .unchanged }
    let evidence = ConflictEvidence(judge: judge, team: team, kind: kind, reason: reason)
    try audit.did("declared", "conflict", evidence.auditKey, evidence.auditFields, of: event, in: unit)
    return .created
  }

  /// Takes back what was said or found; what the facts still say is found again.
  /// - Returns: How many conflicts were removed.
  public func removeConflict(_ judge: String, _ team: String, of event: EventID, in unit: UnitOfWork) throws -> Int {
    let (judgeID, teamID) = try pair(judge, team, of: event, in: unit)
    let gone = try conflicts.remove(judgeID, teamID, of: event, in: unit)
    for (kind, reason) in gone {
      let evidence = ConflictEvidence(judge: judge, team: team, kind: kind, reason: reason)
      try audit.did("removed", "conflict", evidence.auditKey, evidence.auditFields, of: event, in: unit)
    }
    return gone.count
  }

  /// Says that the open conflicts of a judge and a team do not matter. From the second organiser on they do not.
  /// - Returns: Whether they still keep the two apart.
  public func overrideConflict(
    _ judge: String, _ team: String, by holder: TokenHolder, because reason: String, of event: EventID,
    in unit: UnitOfWork
  ) throws -> (outcome: Outcome, isOpen: Bool) {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ConflictError.reasonNeeded }
    let (judgeID, teamID) = try pair(judge, team, of: event, in: unit)
    guard try !conflicts(of: event, judge: judge, team: team, in: unit).isEmpty else {
      throw ConflictError.none(judge: judge, team: team)
    }
    let kinds = try conflicts.override(judgeID, teamID, by: holder, because: reason, of: event, in: unit)
    for kind in kinds {
      let fields = [AuditField("kind", kind.rawValue), AuditField("reason", reason, isPersonal: true)]
      try audit.did("overrode", "conflict", "\(judge) \(team)", fields, of: event, in: unit)
    }
    let isOpen = try conflicts(of: event, judge: judge, team: team, in: unit).contains(where: \.isOpen)
    return (kinds.isEmpty ? .unchanged : .updated, isOpen)
  }

  /// The conflicts by judge and team.
  public func conflicts(
    of event: EventID, judge: String? = nil, team: String? = nil, in snapshot: Snapshot
  ) throws -> [Conflict] {
    if let judge, try !store.codes(of: event, in: snapshot).contains(judge) {
      throw try unknownJudge(judge, of: event, in: snapshot)
    }
    if let team, try !store.teamKeys(of: event, in: snapshot).contains(team) {
      throw try unknownTeam(team, of: event, in: snapshot)
    }
    return try conflicts.all(of: event, judge: judge, team: team, in: snapshot)
  }

  func pair(_ judge: String, _ team: String, of event: EventID, in unit: UnitOfWork) throws -> (JudgeID, TeamID) {
    let (judgeID, teamID) = try conflicts.pair(judge, team, of: event, in: unit)
    guard let judgeID else { throw try unknownJudge(judge, of: event, in: unit) }
    guard let teamID else { throw try unknownTeam(team, of: event, in: unit) }
    return (judgeID, teamID)
  }
}
