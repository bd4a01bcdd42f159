import Postgres
import Vocabulary

extension AnnouncementService {
  /// Announced teams that are not eligible, and teams that are not ranked because they are not.
  func findingsOnEligibility(of event: EventID, in snapshot: Snapshot) throws -> [Finding] {
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
    ).map { row in
      let (key, obstacle): (String, String) = try (row["key"], row["obstacle"])
      let isRanked: Bool = try row["is_ranked"]
      let level: Finding.Level = try !isRanked ? .info : row["is_judged"] ? .problem : .warning
      let what = isRanked ? "has a rank and is not eligible" : "is not ranked"
      return Finding(
        level, code: "eligibility", of: [key], "the team \(quoted(key)) \(what): \(obstacle)",
        isRanked ? "team allow \(key) --reason TEXT" : "eligibility check \(key)")
    }
  }
}
