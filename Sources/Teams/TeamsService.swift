public import Audit
import CanonicalJSON
public import Competition
public import Postgres

/// Teams and who is in them.
public struct TeamsService: Sendable {
  let audit: AuditLog
  private let store = TeamStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a team.
  public func set(_ team: Team, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard team.name.contains(where: { !$0.isWhitespace }) else { throw TeamError.blankName(team.key) }
    guard let old = try store.find(team.key, of: event, in: unit) else {
      try store.insert(team, of: event, in: unit)
      try audit.created(team, of: event, in: unit)
      return .created
    }
    guard old != team else { return .unchanged }
    try store.update(team, of: event, in: unit)
    try audit.updated(from: old, to: team, of: event, in: unit)
    return .updated
  }

  /// Puts a participant into a team; the schema allows one team each and no team above the event's size.
  public func add(
    _ participant: String, to team: String, asCaptain: Bool = false, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    try requireTeam(team, of: event, in: unit)
    guard try store.hasParticipant(participant, of: event, in: unit) else {
      let known = try store.participantKeys(of: event, in: unit)
      throw TeamError.unknownParticipant(participant, nearest: nearest(to: participant, among: known))
    }
    if let present = try store.team(of: participant, event, in: unit) {
      guard present == team else { throw TeamError.alreadyInTeam(participant: participant, team: present) }
      return asCaptain ? try promote(participant, in: team, of: event, unit) : .unchanged
    }
    do {
      try store.insertMember(participant, of: team, asCaptain: asCaptain, event, in: unit)
    } catch let error as PostgresError where error.constraint == "team_not_above_size" {
      throw TeamError.full(team: team, size: try store.teamSize(of: event, team, in: unit))
    } catch let error as PostgresError where error.constraint == "one_team_per_participant" {
      throw TeamError.alreadyInTeam(participant: participant, team: "another")
    } catch let error as PostgresError where error.constraint == "one_captain_per_team" {
      throw TeamError.secondCaptain(team: team)
    }
    let fields = [AuditField("participant", participant), AuditField("captain", .bool(asCaptain))]
    try audit.did("joined by", Team.auditNoun, team, fields, of: event, in: unit)
    return .created
  }

  /// Takes a participant out of a team.
  public func remove(_ participant: String, from team: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try requireTeam(team, of: event, in: unit)
    guard try store.deleteMember(participant, of: team, event, in: unit) else { return false }
    try audit.did("left by", Team.auditNoun, team, [AuditField("participant", participant)], of: event, in: unit)
    return true
  }

  /// Every team by name, with the names of its members.
  public func all(of event: EventID, in snapshot: Snapshot) throws -> [TeamWithMembers] {
    try store.all(of: event, in: snapshot)
  }

  private func promote(
    _ participant: String, in team: String, of event: EventID, _ unit: UnitOfWork
  ) throws -> Outcome {
    do {
      guard try store.makeCaptain(participant, event, in: unit) else { return .unchanged }
    } catch let error as PostgresError where error.constraint == "one_captain_per_team" {
      throw TeamError.secondCaptain(team: team)
    }
    let fields = [AuditField("participant", participant), AuditField("captain", .bool(true))]
    try audit.did("captained by", Team.auditNoun, team, fields, of: event, in: unit)
    return .updated
  }

  private func requireTeam(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    guard try !store.hasTeam(key, of: event, in: unit) else { return }
    throw TeamError.unknownTeam(key, nearest: nearest(to: key, among: try store.teamKeys(of: event, in: unit)))
  }
}
