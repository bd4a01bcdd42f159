import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Two teams that become one.
extension TeamsService {
  /// Moves the members of one team into another, with what it handed in, and takes it away; files may go on naming it.
  /// - Returns: How many members moved.
  public func merge(_ from: String, into: String, of event: EventID, in unit: UnitOfWork) throws -> Int {
    let store = TeamMergeStore()
    try store.lock([from, into], of: event, in: unit)
    let (gone, stays) = (try locked(from, of: event, in: unit), try locked(into, of: event, in: unit))
    guard gone.id != stays.id else { throw TeamChangeError.intoItself(into) }
    try store.lockMembers(of: gone.id, event, in: unit)
    try requireFit(gone, stays, by: store, of: event, in: unit)
    let moved = try store.moveMembers(from: gone.id, into: stays.id, event, in: unit)
    do {
      try store.delete(gone.id, handingOverTo: stays.id, event, in: unit)
    } catch let error as PostgresError where error.sqlState == "23503" {
      throw TeamChangeError.referredTo(gone.key)
    }
    let fields = [
      AuditField("merged with", gone.key), AuditField("members", .array(moved.map { .integer(Int($0.rawValue)) })),
    ]
    try audit.did("merged", Team.auditNoun, stays.key, fields, of: event, in: unit)
    try audit.did(
      "merged away", Team.auditNoun, gone.key, from: gone.team.auditFields,
      gone.team.auditFields.map { AuditField($0.name, .null) } + [AuditField("merged into", stays.key)], of: event,
      in: unit)
    return moved.count
  }

  private func requireFit(
    _ gone: StoredTeam, _ stays: StoredTeam, by store: TeamMergeStore, of event: EventID, in unit: UnitOfWork
  ) throws {
    for team in [gone, stays] {
      guard team.standing == .active else { throw TeamChangeError.standsOtherwise(team: team.key, team.standing) }
      guard try !store.isJudged(team.id, event, in: unit) else { throw TeamChangeError.judged(team.key) }
    }
    if try store.hasSubmission(gone.id, event, in: unit), try store.hasSubmission(stays.id, event, in: unit) {
      throw TeamChangeError.bothSubmitted(gone.key, stays.key)
    }
    let leaving = try store.memberCount(of: gone.id, event, in: unit)
    let staying = try store.memberCount(of: stays.id, event, in: unit)
    let size = try self.store.size(of: event, in: unit)
    guard leaving == 0 || leaving + staying <= size else {
      throw TeamChangeError.tooMany(from: gone.key, leaving: leaving, into: stays.key, staying: staying, size: size)
    }
  }
}
