import Postgres
import Vocabulary

/// The SQL of whether the teams of the result to announce are eligible.
struct AnnouncedEligibilityStore {
  struct Obstacle {
    let team: String
    let obstacle: String
    let isRanked: Bool
    /// Whether the ranks come from scores and were not stated.
    let isJudged: Bool
  }

  /// What is missing of each team: of the ranked ones, and in a judged event of those that are not ranked.
  func obstacles(of event: EventID, in snapshot: Snapshot) throws -> [Obstacle] {
    try snapshot.rows(
      """
      SELECT t.key, y.obstacle, p.rank IS NOT NULL AS is_ranked, r.round_id IS NOT NULL AS is_judged
      FROM result_to_announce AS a
      JOIN result AS r USING (event_id, number)
      JOIN team AS t USING (event_id)
      JOIN team_eligibility AS y USING (event_id, team_id)
      LEFT JOIN result_rank AS p ON (p.event_id, p.number, p.team_id) = (a.event_id, a.number, t.team_id)
      WHERE a.event_id = \(event) AND t.status = 'active' AND y.obstacle IS NOT NULL
        AND (p.rank IS NOT NULL OR r.round_id IS NOT NULL)
      ORDER BY p.rank NULLS LAST, t.key
      """
    ).map {
      try Obstacle(
        team: $0["key"], obstacle: $0["obstacle"], isRanked: $0["is_ranked"], isJudged: $0["is_judged"])
    }
  }
}
