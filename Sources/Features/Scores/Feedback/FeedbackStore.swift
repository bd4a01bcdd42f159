import CanonicalJSON
public import Postgres
import Vocabulary

/// All SQL about what teams are told.
struct FeedbackStore {
  func policy(of event: EventID, in snapshot: Snapshot) throws -> FeedbackPolicy {
    try snapshot.value("SELECT shares FROM feedback_policy WHERE event_id = \(event)") ?? .nothing
  }

  func save(_ policy: FeedbackPolicy, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO feedback_policy (event_id, shares) VALUES (\(event), \(policy))
      ON CONFLICT (event_id) DO UPDATE SET shares = EXCLUDED.shares
      """)
  }

  func isAnnounced(_ event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM published_result WHERE event_id = \(event))") ?? false
  }

  func teams(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  /// What is released, by team and round; the view lets nothing else through.
  func released(of event: EventID, team: String?, in snapshot: Snapshot) throws -> [Feedback] {
    let scores = try scores(of: event, team: team, in: snapshot)
    return try snapshot.rows(
      """
      SELECT t.key, t.name, r.key AS round, f.sheets, to_json(f.comments)::text AS comments
      FROM released_feedback AS f JOIN team AS t USING (event_id, team_id) JOIN round AS r USING (event_id, round_id)
      WHERE f.event_id = \(event) AND t.key = COALESCE(\(team), t.key)
      ORDER BY t.key, r.round_id
      """
    ).map { row in
      let (key, round): (String, String) = try (row["key"], row["round"])
      return try Feedback(
        team: key, teamName: row["name"], round: round, sheets: row["sheets"], scores: scores["\(key) \(round)"] ?? [],
        comments: (JSON(parsing: row["comments"] as String).elements ?? []).compactMap(\.text))
    }
  }

  /// The means of those who may see scores, by "team round".
  private func scores(of event: EventID, team: String?, in snapshot: Snapshot) throws -> [String: [Feedback.Score]] {
    try snapshot.rows(
      """
      SELECT t.key || ' ' || r.key AS sheet, c.name, c.maximum, round(avg(x.points))::bigint AS mean
      FROM released_feedback AS f
      JOIN team AS t USING (event_id, team_id)
      JOIN round AS r USING (event_id, round_id)
      JOIN sheet AS s ON (s.event_id, s.round_id, s.team_id) = (f.event_id, f.round_id, f.team_id)
      JOIN score AS x ON (x.event_id, x.round_id, x.judge_id, x.team_id)
        = (s.event_id, s.round_id, s.judge_id, s.team_id)
      JOIN criterion AS c ON (c.event_id, c.rubric_id, c.criterion_id) = (x.event_id, x.rubric_id, x.criterion_id)
      WHERE f.event_id = \(event) AND t.key = COALESCE(\(team), t.key) AND s.status = 'ready'
        AND f.shares IN ('scores', 'everything')
      GROUP BY t.key, r.key, c.criterion_id, c.name, c.maximum, c.position
      ORDER BY sheet, c.position
      """
    ).reduce(into: [:]) { scores, row in
      scores[try row["sheet"], default: []].append(
        try .init(criterion: row["name"], mean: row["mean"], maximum: row["maximum"]))
    }
  }
}

extension FeedbackPolicy: SQLEncodable, SQLDecodable {}
