import Audit
public import Postgres
public import Vocabulary

/// Codes by which participants join a team themselves.
extension TeamsService {
  /// A code that lets one participant in, and until when.
  public struct Invitation: Equatable, Sendable {
    public let code: JoinCode
    public let expiresAt: Timestamp
  }

  /// Makes a code by which anybody may join a team; an earlier one no longer holds.
  public func makeCode(for team: String, of event: EventID, in unit: UnitOfWork) throws -> JoinCode {
    let team = try takingMembers(team, of: event, in: unit)
    let code = JoinCode.random()
    let hadOne = try invitations.setCode(code.hash, of: team.id, event, in: unit)
    try audit.did(hadOne ? "given another code" : "given a code", Team.auditNoun, team.key, of: event, in: unit)
    return code
  }

  /// Takes a team's code away; invitations of single participants stay.
  /// - Returns: Whether there was one.
  public func revokeCode(of team: String, in event: EventID, _ unit: UnitOfWork) throws -> Bool {
    let team = try locked(team, of: event, in: unit)
    guard try invitations.setCode(nil, of: team.id, event, in: unit) else { return false }
    try audit.did("relieved of its code", Team.auditNoun, team.key, of: event, in: unit)
    return true
  }

  /// Makes a code that lets one participant into a team, once; an earlier one for the two no longer holds.
  /// - Parameter days: How long it holds, by the database's clock.
  public func invite(
    _ participant: String, to team: String, days: Int, of event: EventID, in unit: UnitOfWork
  ) throws -> Invitation {
    let team = try takingMembers(team, of: event, in: unit)
    let person = try person(participant, of: event, in: unit)
    guard !person.isWithdrawn else { throw TeamError.withdrew(participant: person.key) }
    if let present = try members.team(of: person.id, event, in: unit) {
      throw TeamError.alreadyInTeam(participant: person.key, team: present)
    }
    let code = JoinCode.random()
    let end = try invitations.invite(person.id, to: team.id, hash: code.hash, days: days, event, in: unit)
    try log("invited", team, person, [AuditField("until", end.description)], of: event, in: unit)
    return Invitation(code: code, expiresAt: end)
  }

  /// Lets a participant into the team whose code this is, or that invited them.
  ///
  /// A code that is wrong is told from one that was used, is another's or has expired by nothing.
  /// - Returns: The team and what it came to.
  public func join(
    _ code: String, _ participant: String, of event: EventID, in unit: UnitOfWork
  ) throws -> (team: String, outcome: Outcome) {
    let person = try person(participant, of: event, in: unit)
    guard let hash = JoinCode(code)?.hash else { throw TeamError.wrongCode }
    if let key = try invitations.team(openedBy: hash, of: event, in: unit) {
      let team = try locked(key, of: event, in: unit)
      return (team.key, try admit(person, to: team, by: "code", of: event, in: unit))
    }
    // The team is locked before the invitation, as in a merge of teams.
    guard let key = try invitations.team(openedTo: person.id, by: hash, of: event, in: unit),
      let team = try store.find(key, of: event, in: unit),
      try invitations.accept(hash, person.id, of: event, in: unit)
    else { throw TeamError.wrongCode }
    return (team.key, try admit(person, to: team, by: "invitation", of: event, in: unit))
  }

  private func takingMembers(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> StoredTeam {
    let team = try locked(key, of: event, in: unit)
    guard team.status == .active else { throw TeamError.notActive(team: team.key, team.status) }
    return team
  }
}
