import Postgres
import Vocabulary

/// All SQL about who is in a team.
struct MemberStore {
  /// A participant as far as teams need to know them.
  struct Person {
    let id: ParticipantID
    let key: String
    let isWithdrawn: Bool
  }

  /// - Parameter team: Also finds somebody erased, of whom a seat in this team is left.
  func person(
    _ key: String, of event: EventID, orSeatIn team: TeamID? = nil, in snapshot: Snapshot
  ) throws -> Person? {
    try snapshot.row(
      """
      SELECT participant_id, key, withdrawn_at IS NOT NULL AS is_withdrawn FROM participant AS p
      WHERE event_id = \(event) AND key = \(key) AND (erased_at IS NULL OR EXISTS (
        SELECT FROM team_member AS m
        WHERE m.event_id = p.event_id AND m.participant_id = p.participant_id AND m.team_id = \(team)))
      """
    ).map { try Person(id: $0["participant_id"], key: $0["key"], isWithdrawn: $0["is_withdrawn"]) }
  }

  /// The keys of those who were not erased.
  func participantKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM participant WHERE event_id = \(event) AND erased_at IS NULL ORDER BY key")
      .map { try $0["key"] }
  }

  /// The key of the team that somebody is in.
  func team(of person: ParticipantID, _ event: EventID, in snapshot: Snapshot) throws -> String? {
    try snapshot.value(
      """
      SELECT t.key FROM team_member AS m JOIN team AS t USING (event_id, team_id)
      WHERE m.event_id = \(event) AND m.participant_id = \(person)
      """)
  }

  func insert(
    _ person: ParticipantID, into team: TeamID, asCaptain: Bool, _ event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.savepoint {
      _ = try unit.execute(
        """
        INSERT INTO team_member (event_id, participant_id, team_id, is_captain)
        VALUES (\(event), \(person), \(team), \(asCaptain))
        """)
    }
  }

  /// Tells whether the member was no captain before.
  func promote(_ person: ParticipantID, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      UPDATE team_member SET is_captain = true
      WHERE event_id = \(event) AND participant_id = \(person) AND NOT is_captain
      """) > 0
  }

  /// Takes the captain's place from everybody else in the team.
  func demoteOthers(than person: ParticipantID, in team: TeamID, _ event: EventID, _ unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE team_member SET is_captain = false
      WHERE event_id = \(event) AND team_id = \(team) AND is_captain AND participant_id <> \(person)
      """)
  }

  /// Tells whether the participant was in the team.
  func delete(_ person: ParticipantID, from team: TeamID, _ event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.execute(
      """
      DELETE FROM team_member
      WHERE event_id = \(event) AND participant_id = \(person) AND team_id = \(team)
      """) > 0
  }
}
