import Audit
public import Postgres
public import Vocabulary

/// Teams that are not active, and teams that become one.
extension TeamsService {
  /// Withdraws or disqualifies a team: it keeps its members and stays in lists, but takes no members. One that
  /// withdrew can still be disqualified.
  /// - Parameter reason: Needed to disqualify.
  public func put(
    _ key: String, _ status: TeamStatus, because reason: String?, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let old = try locked(key, of: event, in: unit)
    let said = reason.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    if status == .disqualified, said == nil { throw TeamChangeError.withoutReason(team: old.key) }
    if status == .withdrawn, old.status == .disqualified {
      throw TeamChangeError.hasOtherStatus(team: old.key, old.status)
    }
    let kept = old.status == status ? said ?? old.reason : said
    return try change(old, to: status, because: kept, of: event, in: unit)
  }

  /// Makes a team active again that has this status.
  public func readmit(
    _ key: String, from status: TeamStatus, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let old = try locked(key, of: event, in: unit)
    guard old.status != .active else { return .unchanged }
    guard old.status == status else { throw TeamChangeError.hasOtherStatus(team: old.key, old.status) }
    return try change(old, to: .active, because: nil, of: event, in: unit)
  }

  private func change(
    _ old: StoredTeam, to status: TeamStatus, because reason: String?, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    guard (old.status, old.reason) != (status, reason) else { return .unchanged }
    try store.put(old.id, status, because: reason, event, in: unit)
    // A reason may tell of somebody.
    func fields(_ status: TeamStatus, _ reason: String?) -> [AuditField] {
      [AuditField("status", status.rawValue), AuditField("reason", reason, isPersonal: true)]
    }
    try audit.did(
      status == .active ? "readmitted" : status.rawValue, Team.auditNoun, old.key,
      from: fields(old.status, old.reason), fields(status, reason), of: event, in: unit)
    return .updated
  }
}
