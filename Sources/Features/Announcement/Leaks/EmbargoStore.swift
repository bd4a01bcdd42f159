import Postgres
import Vocabulary

/// All SQL about what must not be read yet.
struct EmbargoStore {
  func embargo(on event: EventID, in snapshot: Snapshot) throws -> Embargo {
    let hour = try snapshot.row(
      """
      SELECT r.publish_at, EXISTS (
        SELECT FROM published_result AS p WHERE p.event_id = r.event_id AND p.number = r.number) AS is_over
      FROM result_to_announce AS r WHERE r.event_id = \(event)
      """)
    return Embargo(
      secrets: try secrets(of: event, in: snapshot), publishAt: try hour?["publish_at"],
      isOver: try hour?["is_over"] ?? false)
  }

  private func secrets(of event: EventID, in snapshot: Snapshot) throws -> [Embargo.Secret] {
    try snapshot.rows(
      """
      WITH version AS (
        SELECT r.event_id, r.number, (s.snapshot::jsonb) -> 'ranking' AS ranking
        FROM result_to_announce AS r JOIN result AS s USING (event_id, number)
        WHERE r.event_id = \(event))
      SELECT t.key, t.name,
        (SELECT x ->> 'score' FROM version AS e, jsonb_array_elements(e.ranking) AS x WHERE x ->> 'team' = t.key) AS score,
        (SELECT min(p.rank) FROM result_rank AS p JOIN version USING (event_id, number) WHERE p.team_id = t.team_id) AS rank
      FROM team AS t
      WHERE t.event_id = \(event) AND t.team_id IN (
        SELECT p.team_id FROM result_rank AS p JOIN version USING (event_id, number) WHERE p.rank <= \(AnnouncementStore.podium)
        UNION SELECT p.team_id FROM announced_prize AS p JOIN version USING (event_id, number))
      ORDER BY t.key
      """
    ).map { try .init(key: $0["key"], name: $0["name"], score: $0["score"], rank: $0["rank"]) }
  }
}
