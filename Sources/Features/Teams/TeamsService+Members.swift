import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Who is in a team, and who leads it.
extension TeamsService {
  /// Puts a participant into a team; the schema allows one team each and no team above the event's size.
  public func add(
    _ participant: String, to team: String, asCaptain: Bool = false, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let team = try locked(team, of: event, in: unit)
    let person = try person(participant, of: event, in: unit)
    return try admit(person, to: team, asCaptain: asCaptain, of: event, in: unit)
  }

  /// Takes a participant out of a team, even one who was erased.
  /// - Returns: Whether they were in it.
  public func remove(_ participant: String, from team: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    let team = try locked(team, of: event, in: unit)
    let person = try person(participant, of: event, orSeatIn: team.id, in: unit)
    guard try members.delete(person.id, from: team.id, event, in: unit) else { return false }
    try log("left by", team, person, of: event, in: unit)
    return true
  }

  /// Makes a member the captain in place of the present one.
  public func makeCaptain(
    _ participant: String, of team: String, in event: EventID, _ unit: UnitOfWork
  ) throws -> Outcome {
    let team = try locked(team, of: event, in: unit)
    let person = try person(participant, of: event, in: unit)
    guard try members.team(of: person.id, event, in: unit) == team.key else {
      throw TeamError.notMember(participant, of: team.key)
    }
    try members.demoteOthers(than: person.id, in: team.id, event, unit)
    guard try members.promote(person.id, event, in: unit) else { return .unchanged }
    try log("captained by", team, person, [AuditField("captain", .bool(true))], of: event, in: unit)
    return .updated
  }

  /// Puts somebody into a team that is locked.
  /// - Parameter way: What let them in, where they came by themselves.
  func admit(
    _ person: MemberStore.Person, to team: StoredTeam, asCaptain: Bool = false, by way: String? = nil,
    of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    if let present = try members.team(of: person.id, event, in: unit) {
      guard present == team.key else { throw TeamError.alreadyInTeam(participant: person.key, team: present) }
      return asCaptain ? try promote(person, in: team, of: event, unit) : .unchanged
    }
    do {
      try members.insert(person.id, into: team.id, asCaptain: asCaptain, event, in: unit)
    } catch let error as PostgresError {
      throw try refusal(error, of: person, by: team, event, in: unit) ?? error
    }
    let fields = [AuditField("captain", .bool(asCaptain)), AuditField("by", way)]
    try log("joined by", team, person, fields, of: event, in: unit)
    return .created
  }

  /// - Parameter team: Also finds somebody erased, of whom a seat in this team is left.
  func person(
    _ key: String, of event: EventID, orSeatIn team: TeamID? = nil, in unit: UnitOfWork
  ) throws -> MemberStore.Person {
    guard let person = try members.person(key, of: event, orSeatIn: team, in: unit) else {
      let known = try members.participantKeys(of: event, in: unit)
      throw TeamError.unknownParticipant(key, nearest: nearest(to: key, among: known))
    }
    return person
  }

  /// Logs what a participant has to do with a team; the log knows them by number.
  func log(
    _ action: String, _ team: StoredTeam, _ person: MemberStore.Person, _ fields: [AuditField] = [],
    of event: EventID, in unit: UnitOfWork
  ) throws {
    let number = AuditField("participant", Int(person.id.rawValue))
    try audit.did(action, Team.auditNoun, team.key, [number] + fields, of: event, in: unit)
  }

  /// The schema's refusal in words.
  private func refusal(
    _ error: PostgresError, of person: MemberStore.Person, by team: StoredTeam, _ event: EventID, in unit: UnitOfWork
  ) throws -> TeamError? {
    switch error.constraint {
    case "team_not_above_size": .full(team: team.key, size: try store.size(of: event, in: unit))
    case "team_is_active": .notActive(team: team.key, team.status)
    case "member_not_withdrawn": .withdrew(participant: person.key)
    case "one_captain_per_team": .secondCaptain(team: team.key)
    case "one_team_per_participant":
      .alreadyInTeam(participant: person.key, team: try members.team(of: person.id, event, in: unit) ?? "another")
    default: nil
    }
  }

  private func promote(
    _ person: MemberStore.Person, in team: StoredTeam, of event: EventID, _ unit: UnitOfWork
  ) throws -> Outcome {
    do {
      guard try members.promote(person.id, event, in: unit) else { return .unchanged }
    } catch let error as PostgresError where error.constraint == "one_captain_per_team" {
      throw TeamError.secondCaptain(team: team.key)
    }
    try log("captained by", team, person, [AuditField("captain", .bool(true))], of: event, in: unit)
    return .updated
  }
}
