public import Audit
public import Postgres
public import Vocabulary

/// Teams and who is in them.
public struct TeamsService: Sendable {
  let audit: AuditLog
  let store = TeamStore()
  let members = MemberStore()
  let invitations = InvitationStore()
  let tracks = TrackStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a team.
  public func set(_ team: Team, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try set(team.key, of: event, in: unit) { $0 = team }
  }

  /// Changes some of what is known of a team, or adds it where nobody knows it.
  public func set(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout Team) throws -> Void
  ) throws -> Outcome {
    guard let old = try store.find(key.text, of: event, in: unit)?.team else {
      try add(key, of: event, in: unit, describe)
      return .created
    }
    var team = old
    try describe(&team)
    guard old != team else { return .unchanged }
    try check(team, of: event, in: unit)
    try store.update(team, of: event, in: unit)
    try audit.updated(from: old, to: team, of: event, in: unit)
    return .updated
  }

  /// Adds a team that is not there yet.
  public func add(
    _ key: Slug, of event: EventID, in unit: UnitOfWork, _ describe: (inout Team) throws -> Void
  ) throws {
    guard try store.find(key.text, of: event, in: unit) == nil else { throw TeamError.alreadyThere(key) }
    var team = Team(key: key, name: "")
    try describe(&team)
    try check(team, of: event, in: unit)
    do {
      try store.insert(team, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "entered_before_judging_ends" {
      throw TeamError.tooLate(key)
    }
    try audit.created(team, of: event, in: unit)
  }

  /// The teams by name, with their members.
  public func all(
    of event: EventID, _ filter: TeamFilter = TeamFilter(), in snapshot: Snapshot
  ) throws -> [TeamDetails] {
    if let track = filter.track {
      let known = try tracks.all(of: event, in: snapshot).map(\.track.key.text)
      guard known.contains(track) else {
        throw TeamError.unknownTrack(track, nearest: nearest(to: track, among: known))
      }
    }
    return try store.all(of: event, in: snapshot).filter(filter.takes)
  }

  /// One team with its members.
  public func team(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> TeamDetails {
    guard let team = try store.all(of: event, only: key, in: snapshot).first else {
      throw try unknown(key, of: event, in: snapshot)
    }
    return team
  }

  /// The team of this key, locked until the unit ends.
  func locked(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> StoredTeam {
    guard let team = try store.find(key, of: event, in: unit) else { throw try unknown(key, of: event, in: unit) }
    return team
  }

  private func unknown(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> TeamError {
    .unknownTeam(key, nearest: nearest(to: key, among: try store.keys(of: event, in: snapshot)))
  }

  private func check(_ team: Team, of event: EventID, in unit: UnitOfWork) throws {
    guard team.name.contains(where: { !$0.isWhitespace }) else { throw TeamError.blankName(team.key) }
    guard let track = team.track, try !tracks.holds(track, of: event, in: unit) else { return }
    let known = try tracks.all(of: event, in: unit).map(\.track.key.text)
    throw TeamError.unknownTrack(track, nearest: nearest(to: track, among: known))
  }
}
