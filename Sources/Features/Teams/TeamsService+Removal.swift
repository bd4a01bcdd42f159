import Audit
import Lookup
public import Postgres
public import Vocabulary

/// A team that was added by mistake.
extension TeamsService {
  /// Removes a team to which nothing refers, with its join code, its invitations and its former names.
  public func remove(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    let team = try locked(key, of: event, in: unit)
    do {
      try store.delete(team.id, event, in: unit)
    } catch let error as PostgresError {
      guard let referrer = Referrer.words(in: error) else { throw error }
      throw TeamChangeError.stillReferredTo(team.key, by: referrer)
    }
    try audit.removed(team.team, of: event, in: unit)
  }

  /// Takes somebody who is removed out of their team, with their invitations.
  public func forget(participant number: Int64, of event: EventID, in unit: UnitOfWork) throws {
    _ = try TeamPeopleStore().deleteInvitations(of: [number], event, in: unit)
    guard let team = try TeamPeopleStore().deleteMembership(of: number, event, in: unit) else { return }
    try audit.did("left by", Team.auditNoun, team, [AuditField("participant", Int(number))], of: event, in: unit)
  }
}
