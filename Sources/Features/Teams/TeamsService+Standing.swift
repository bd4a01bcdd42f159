import Audit
public import Postgres
public import Vocabulary

/// Teams that are out, and teams that become one.
extension TeamsService {
  /// Puts a team out: it keeps its members and stays in lists, but takes nobody in. One that withdrew can still be
  /// disqualified.
  /// - Parameter reason: Needed to disqualify.
  public func put(
    _ key: String, _ standing: TeamStatus, because reason: String?, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let old = try locked(key, of: event, in: unit)
    let said = reason.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    if standing == .disqualified, said == nil { throw TeamChangeError.withoutReason(team: old.key) }
    if standing == .withdrawn, old.standing == .disqualified {
      throw TeamChangeError.standsOtherwise(team: old.key, old.standing)
    }
    let kept = old.standing == standing ? said ?? old.reason : said
    return try change(old, to: standing, because: kept, of: event, in: unit)
  }

  /// Lets a team take part again that was put out in this way.
  public func readmit(
    _ key: String, from standing: TeamStatus, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let old = try locked(key, of: event, in: unit)
    guard old.standing != .active else { return .unchanged }
    guard old.standing == standing else { throw TeamChangeError.standsOtherwise(team: old.key, old.standing) }
    return try change(old, to: .active, because: nil, of: event, in: unit)
  }

  private func change(
    _ old: StoredTeam, to standing: TeamStatus, because reason: String?, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    guard (old.standing, old.reason) != (standing, reason) else { return .unchanged }
    try store.put(old.id, standing, because: reason, event, in: unit)
    // A reason may tell of somebody.
    func fields(_ standing: TeamStatus, _ reason: String?) -> [AuditField] {
      [AuditField("state", standing.rawValue), AuditField("reason", reason, isPersonal: true)]
    }
    try audit.did(
      standing == .active ? "readmitted" : standing.rawValue, Team.auditNoun, old.key,
      from: fields(old.standing, old.reason), fields(standing, reason), of: event, in: unit)
    return .updated
  }
}
