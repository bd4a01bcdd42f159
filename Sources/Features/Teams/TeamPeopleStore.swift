import Postgres
import Vocabulary

/// The SQL about what teams hold of a person.
struct TeamPeopleStore {
  func deleteInvitations(of numbers: [Int64], _ event: EventID, in unit: UnitOfWork) throws -> Int {
    try unit.execute(
      "DELETE FROM team_invitation WHERE event_id = \(event) AND participant_id = ANY(\(numbers)::bigint[])")
  }

  /// - Returns: The key of the team that the person was in.
  func deleteMembership(of number: Int64, _ event: EventID, in unit: UnitOfWork) throws -> String? {
    try unit.value(
      """
      DELETE FROM team_member AS m USING team AS t
      WHERE m.event_id = \(event) AND m.participant_id = \(number) AND t.event_id = m.event_id AND t.team_id = m.team_id
      RETURNING t.key
      """)
  }

  func invitations(of numbers: [Int64], _ event: EventID, in snapshot: Snapshot) throws -> Int {
    try snapshot.value(
      """
      SELECT count(*) FROM team_invitation
      WHERE event_id = \(event) AND participant_id = ANY(\(numbers)::bigint[])
      """) ?? 0
  }

  func memberships(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value(
      """
      SELECT COALESCE(jsonb_agg(jsonb_build_object('team', t.key, 'name', t.name, 'is_captain', m.is_captain)), '[]')::text
      FROM team_member AS m JOIN team AS t USING (event_id, team_id)
      WHERE m.event_id = \(event) AND m.participant_id = \(number)
      """) ?? "[]"
  }

  func invitations(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value(
      """
      SELECT COALESCE(jsonb_agg(jsonb_build_object(
        'team', t.key, 'expires_at', i.expires_at, 'accepted_at', i.accepted_at) ORDER BY i.invitation_id), '[]')::text
      FROM team_invitation AS i JOIN team AS t USING (event_id, team_id)
      WHERE i.event_id = \(event) AND i.participant_id = \(number)
      """) ?? "[]"
  }
}
