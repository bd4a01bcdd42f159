import Postgres
import Vocabulary

/// All SQL about two teams that become one.
struct TeamMergeStore {
  /// Locks teams, always in the same order; nobody can join, assign or submit meanwhile.
  func lock(_ keys: [String], of event: EventID, in unit: UnitOfWork) throws {
    _ = try unit.rows(
      "SELECT FROM team WHERE event_id = \(event) AND key = ANY (\(keys)::text[]) ORDER BY team_id FOR UPDATE")
  }

  /// Waits for members of a team who are withdrawing, and keeps others from doing so.
  func lockMembers(of team: TeamID, _ event: EventID, in unit: UnitOfWork) throws {
    _ = try unit.rows(
      """
      SELECT FROM participant
      WHERE event_id = \(event) AND participant_id IN (
        SELECT participant_id FROM team_member WHERE event_id = \(event) AND team_id = \(team))
      ORDER BY participant_id
      FOR SHARE
      """)
  }

  func memberCount(of team: TeamID, _ event: EventID, in unit: UnitOfWork) throws -> Int {
    try unit.value("SELECT count(*) FROM team_member WHERE event_id = \(event) AND team_id = \(team)") ?? 0
  }

  func hasSubmission(_ team: TeamID, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.value("SELECT EXISTS (SELECT FROM submission WHERE event_id = \(event) AND team_id = \(team))") ?? false
  }

  /// Whether judges have the team before them, with a sheet or without one, or a result names it.
  func isJudged(_ team: TeamID, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.value(
      """
      SELECT EXISTS (SELECT FROM assignment WHERE event_id = \(event) AND team_id = \(team))
        OR EXISTS (SELECT FROM result_rank WHERE event_id = \(event) AND team_id = \(team))
      """) ?? false
  }

  /// Moves every member; the captain of `from` keeps the place only where `into` has none.
  /// - Returns: Who moved.
  func moveMembers(
    from: TeamID, into: TeamID, _ event: EventID, in unit: UnitOfWork
  ) throws -> [ParticipantID] {
    let rows = try unit.rows(
      """
      DELETE FROM team_member WHERE event_id = \(event) AND team_id = \(from)
      RETURNING participant_id, is_captain
      """)
    let members = try rows.map { (id: try $0["participant_id"] as ParticipantID, leads: try $0["is_captain"] as Bool) }
    try unit.execute(
      """
      INSERT INTO team_member (event_id, participant_id, team_id, is_captain)
      SELECT \(event), m.id, \(into), m.leads AND NOT EXISTS (
        SELECT FROM team_member AS c WHERE c.event_id = \(event) AND c.team_id = \(into) AND c.is_captain)
      FROM unnest(\(members.map(\.id))::bigint[], \(members.map(\.leads))::boolean[]) AS m (id, leads)
      """)
    return members.map(\.id).sorted()
  }

  /// Deletes a team after everything that goes on has been handed over; its code and its invitations end.
  func delete(_ team: TeamID, mergingInto other: TeamID, _ event: EventID, in unit: UnitOfWork) throws {
    _ = try unit.rows("SELECT merge_team_references(\(event), \(team), \(other))")
    try unit.execute("DELETE FROM team_invitation WHERE event_id = \(event) AND team_id = \(team)")
    try unit.execute("DELETE FROM team WHERE event_id = \(event) AND team_id = \(team)")
  }
}
