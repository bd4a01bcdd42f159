import Postgres
import Vocabulary

/// All SQL about codes by which participants join.
struct InvitationStore {
  /// Nil takes the team's code away. Tells whether there was one.
  func setCode(_ hash: [UInt8]?, of team: TeamID, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    let hadOne: Bool = try unit.inserted(
      "SELECT join_code_hash IS NOT NULL FROM team WHERE event_id = \(event) AND team_id = \(team)")
    try unit.execute("UPDATE team SET join_code_hash = \(hash) WHERE event_id = \(event) AND team_id = \(team)")
    return hadOne
  }

  /// The team that a code opens to everybody, locked until the unit ends.
  func team(openedBy hash: [UInt8], of event: EventID, in unit: UnitOfWork) throws -> String? {
    try unit.value(
      "SELECT key FROM team WHERE event_id = \(event) AND join_code_hash = \(hash) FOR NO KEY UPDATE")
  }

  /// The team to which a code invites one participant.
  func team(
    openedTo person: ParticipantID, by hash: [UInt8], of event: EventID, in unit: UnitOfWork
  ) throws -> String? {
    try unit.value(
      """
      SELECT t.key FROM team_invitation AS i JOIN team AS t USING (event_id, team_id)
      WHERE i.event_id = \(event) AND i.code_hash = \(hash) AND i.participant_id = \(person)
      """)
  }

  /// Writes an invitation in place of an earlier one to the same team.
  /// - Returns: Until when it holds.
  func invite(
    _ person: ParticipantID, to team: TeamID, hash: [UInt8], days: Int, _ event: EventID, in unit: UnitOfWork
  ) throws -> Timestamp {
    try unit.inserted(
      """
      INSERT INTO team_invitation (event_id, team_id, participant_id, code_hash, expires_at)
      VALUES (\(event), \(team), \(person), \(hash), clock_timestamp() + make_interval(days => \(days)::integer))
      ON CONFLICT ON CONSTRAINT team_invitation_once
        DO UPDATE SET code_hash = EXCLUDED.code_hash, expires_at = EXCLUDED.expires_at, accepted_at = NULL
      RETURNING expires_at
      """)
  }

  /// Uses an invitation up. Tells whether it could still be used; of several at once only one can.
  func accept(_ hash: [UInt8], _ person: ParticipantID, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      UPDATE team_invitation SET accepted_at = clock_timestamp()
      WHERE event_id = \(event) AND code_hash = \(hash) AND participant_id = \(person) AND accepted_at IS NULL
        AND expires_at > clock_timestamp()
      """) > 0
  }
}
