import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Two teams that become one.
extension TeamsService {
  /// Moves the members of one team into another, with what it submitted, and takes it away; files may go on naming it.
  /// - Returns: How many members moved.
  public func merge(_ from: String, into: String, of event: EventID, in unit: UnitOfWork) throws -> Int {
    let store = TeamMergeStore()
    try store.lock([from, into], of: event, in: unit)
    let (merged, kept) = (try locked(from, of: event, in: unit), try locked(into, of: event, in: unit))
    guard merged.id != kept.id else { throw TeamChangeError.intoItself(into) }
    try store.lockMembers(of: merged.id, event, in: unit)
    try requireFit(merged, kept, by: store, of: event, in: unit)
    let moved = try store.moveMembers(from: merged.id, into: kept.id, event, in: unit)
    do {
      try store.delete(merged.id, mergingInto: kept.id, event, in: unit)
    } catch let error as PostgresError where error.sqlState == "23503" {
      throw TeamChangeError.referredTo(merged.key)
    }
    let fields = [
      AuditField("merged with", merged.key), AuditField("members", .array(moved.map { .integer(Int($0.rawValue)) })),
    ]
    try audit.did("merged", Team.auditNoun, kept.key, fields, of: event, in: unit)
    try audit.did(
      "merged away", Team.auditNoun, merged.key, from: merged.team.auditFields,
      merged.team.auditFields.map { AuditField($0.name, .null) } + [AuditField("merged into", kept.key)], of: event,
      in: unit)
    return moved.count
  }

  private func requireFit(
    _ merged: StoredTeam, _ kept: StoredTeam, by store: TeamMergeStore, of event: EventID, in unit: UnitOfWork
  ) throws {
    for team in [merged, kept] {
      guard team.status == .active else { throw TeamChangeError.hasOtherStatus(team: team.key, team.status) }
      guard try !store.isJudged(team.id, event, in: unit) else { throw TeamChangeError.judged(team.key) }
    }
    if try store.hasSubmission(merged.id, event, in: unit), try store.hasSubmission(kept.id, event, in: unit) {
      throw TeamChangeError.bothSubmitted(merged.key, kept.key)
    }
    let leaving = try store.memberCount(of: merged.id, event, in: unit)
    let staying = try store.memberCount(of: kept.id, event, in: unit)
    let size = try self.store.size(of: event, in: unit)
    guard leaving == 0 || leaving + staying <= size else {
      throw TeamChangeError.tooMany(from: merged.key, leaving: leaving, into: kept.key, staying: staying, size: size)
    }
  }
}
