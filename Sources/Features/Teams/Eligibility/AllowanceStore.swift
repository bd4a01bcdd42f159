import Postgres
import Vocabulary

/// All SQL about decisions to rank a team that submitted nothing in time.
struct AllowanceStore {
  func isAllowed(_ team: TeamID, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      "SELECT is_allowed FROM team_eligibility WHERE event_id = \(event) AND team_id = \(team)", as: Bool.self) ?? false
  }

  /// Adds a decision of the principal who acts; the team's row has to be locked.
  func insert(
    _ isAllowed: Bool, of team: TeamID, _ event: EventID, because reason: String, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO team_allowance (event_id, team_id, number, is_allowed, reason, principal_id)
      SELECT event_id, \(team),
        (SELECT COALESCE(max(number), 0) + 1 FROM team_allowance WHERE event_id = \(event) AND team_id = \(team)),
        \(isAllowed), \(reason), principal_id
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      """)
  }
}
