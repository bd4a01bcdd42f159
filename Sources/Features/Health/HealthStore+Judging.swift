import Postgres
import Vocabulary

extension HealthStore {
  /// A ready sheet of a judge whom an open conflict keeps from the team.
  struct SheetInConflict {
    let judge: String
    let team: String
    let round: String
    /// The round's state.
    let state: String
    let kinds: String
  }

  func sheetsInConflict() throws -> [SheetInConflict] {
    try snapshot.rows(
      """
      SELECT j.code, t.key AS team, r.key AS round, r.state, string_agg(c.kind, ', ' ORDER BY c.kind) AS kinds
      FROM sheet AS s JOIN open_conflict AS c USING (event_id, judge_id, team_id)
      JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      JOIN round AS r ON r.event_id = s.event_id AND r.round_id = s.round_id
      WHERE s.event_id = \(event) AND s.status = 'ready'
      GROUP BY r.round_id, r.key, r.state, j.code, t.key
      ORDER BY r.round_id, j.code, t.key
      """
    ).map {
      try SheetInConflict(
        judge: $0["code"], team: $0["team"], round: $0["round"], state: $0["state"], kinds: $0["kinds"])
    }
  }

  /// A team that has a rank in the result to announce and is not active.
  struct InactiveTeamOfResult {
    let result: Int
    let team: String
    let rank: Int
    let status: String
    let isPublic: Bool
  }

  func inactiveTeamsOfResult() throws -> [InactiveTeamOfResult] {
    try snapshot.rows(
      """
      SELECT r.number, t.key, p.rank, t.status, COALESCE(r.publish_at <= clock_timestamp(), false) AS is_public
      FROM result_to_announce AS r JOIN result_rank AS p USING (event_id, number) JOIN team AS t USING (event_id, team_id)
      WHERE r.event_id = \(event) AND t.status <> 'active'
      ORDER BY p.rank, t.key
      """
    ).map {
      try InactiveTeamOfResult(
        result: $0["number"], team: $0["key"], rank: $0["rank"], status: $0["status"], isPublic: $0["is_public"])
    }
  }

  /// A round in which judges can or could score.
  func openedRound() throws -> String? {
    try snapshot.value(
      "SELECT key FROM round WHERE event_id = \(event) AND state <> 'planned' ORDER BY key LIMIT 1")
  }
}
