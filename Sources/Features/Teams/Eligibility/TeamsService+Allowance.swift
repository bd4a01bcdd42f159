import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Teams that are ranked although they submitted nothing in time.
extension TeamsService {
  /// Lets a team be ranked whatever it submitted, or ends that.
  /// - Throws: `TeamChangeError.allowedWithoutReason`.
  public func allow(
    _ key: String, _ isAllowed: Bool, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let team = try locked(key, of: event, in: unit)
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw TeamChangeError.allowedWithoutReason(team: team.key)
    }
    try TextTooLong.check(reason, "reason", most: 500)
    let allowances = AllowanceStore()
    let before = try allowances.isAllowed(team.id, of: event, in: unit)
    guard before != isAllowed else { return .unchanged }
    try allowances.insert(isAllowed, of: team.id, event, because: reason, in: unit)
    // A reason may tell of somebody.
    try audit.did(
      isAllowed ? "allowed" : "no longer allowed", Team.auditNoun, team.key,
      from: [AuditField("ranked whatever it submitted", .bool(before))],
      [AuditField("ranked whatever it submitted", .bool(isAllowed)), AuditField("reason", reason, isPersonal: true)],
      of: event,
      in: unit)
    return .updated
  }
}
