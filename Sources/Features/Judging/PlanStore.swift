import Postgres
import Vocabulary

/// All SQL about planning who scores whom.
struct PlanStore {
  /// Keeps the round's teams and judges, and conflicts between them, as they are until the unit ends.
  ///
  /// The round itself is locked before, so that sheets under way are waited for, and other plans too.
  func lockEverybody(in round: RoundID, of event: EventID, in unit: UnitOfWork) throws {
    _ = try unit.rows(
      """
      SELECT FROM team
      WHERE event_id = \(event)
        AND team_id IN (SELECT team_id FROM round_team WHERE event_id = \(event) AND round_id = \(round))
      ORDER BY team_id
      FOR SHARE
      """)
    _ = try unit.rows(
      """
      SELECT FROM judge
      WHERE event_id = \(event)
        AND judge_id IN (SELECT judge_id FROM round_panel WHERE event_id = \(event) AND round_id = \(round))
      ORDER BY judge_id
      FOR SHARE
      """)
  }

  func input(for round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> PlanInput {
    let teams = try teams(in: round, of: event, in: snapshot)
    let judges = try judges(in: round, of: event, in: snapshot)
    let indices = Indices(
      judges: Dictionary(uniqueKeysWithValues: zip(judges.map(\.number), judges.indices)),
      teams: Dictionary(uniqueKeysWithValues: zip(teams.map(\.number), teams.indices)))
    let (standing, stale) = try standing(in: round, of: event, indices, in: snapshot)
    return PlanInput(
      teams: teams, judges: judges, conflicts: try conflicts(of: event, indices, in: snapshot), standing: standing,
      stale: stale, ineligible: try ineligible(in: round, of: event, in: snapshot))
  }

  private func ineligible(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try CoverageStore().ineligible(in: round, of: event, in: snapshot).compactMap { finding in
      guard case .ineligible(let team, _) = finding else { return nil }
      return team
    }
  }

  private struct Indices {
    let judges: [JudgeID: Int]
    let teams: [TeamID: Int]

    func pair(_ row: Row) throws -> PlanInput.Pair? {
      guard let judge = judges[try row["judge_id"]], let team = teams[try row["team_id"]] else { return nil }
      return PlanInput.Pair(judge: judge, team: team)
    }
  }

  private func teams(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [PlanInput.Team] {
    try snapshot.rows(
      """
      WITH topics AS MATERIALIZED (SELECT * FROM team_topics(\(event)))
      SELECT t.team_id, t.key, array_to_string(m.languages, ' ') AS languages, array_to_string(m.topics, ',') AS topics
      FROM round_team AS t JOIN topics AS m USING (team_id)
      WHERE t.event_id = \(event) AND t.round_id = \(round) AND t.status = 'active'
      ORDER BY t.key
      """
    ).map { row in
      try PlanInput.Team(
        number: row["team_id"], key: row["key"], languages: words(row["languages"], " "),
        topics: words(row["topics"], ","))
    }
  }

  private func judges(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [PlanInput.Judge] {
    try snapshot.rows(
      """
      SELECT j.judge_id, j.code, j.languages, array_to_string(j.expertise, ',') AS expertise
      FROM round_panel AS p JOIN judge AS j USING (event_id, judge_id)
      WHERE p.event_id = \(event) AND p.round_id = \(round)
      ORDER BY j.code
      """
    ).map { row in
      try PlanInput.Judge(
        number: row["judge_id"], code: row["code"], languages: words(row["languages"], " "),
        expertise: words(row["expertise"], ","))
    }
  }

  /// The open conflicts as a search would leave them now: what the facts say counts though nobody has looked yet.
  private func conflicts(
    of event: EventID, _ indices: Indices, in snapshot: Snapshot
  ) throws -> [PlanInput.Pair: [String]] {
    try snapshot.rows(
      """
      WITH evidence AS MATERIALIZED (
        SELECT judge_id, team_id, kind FROM conflict_evidence(\(event), \(PublicMailProviders.domains)::text[]))
      SELECT o.judge_id, o.team_id, o.kind
      FROM open_conflict AS o JOIN judge_conflict AS c USING (event_id, judge_id, team_id, kind)
      WHERE o.event_id = \(event) AND (c.is_pinned OR (o.judge_id, o.team_id, o.kind) IN (TABLE evidence))
      UNION
      SELECT g.judge_id, g.team_id, g.kind FROM evidence AS g
      WHERE NOT EXISTS (
        SELECT FROM judge_conflict AS c
        WHERE c.event_id = \(event) AND c.judge_id = g.judge_id AND c.team_id = g.team_id AND c.kind = g.kind)
        AND NOT EXISTS (
          SELECT FROM judge_waiver AS w
          WHERE w.event_id = \(event) AND w.judge_id = g.judge_id AND w.kind = g.kind
            AND w.organisers >= overrides_needed())
      ORDER BY judge_id, team_id, kind
      """
    ).reduce(into: [:]) { conflicts, row in
      if let pair = try indices.pair(row) { conflicts[pair, default: []].append(try row["kind"]) }
    }
  }

  private func standing(
    in round: RoundID, of event: EventID, _ indices: Indices, in snapshot: Snapshot
  ) throws -> ([PlanInput.Pair: PlanInput.Progress], [PlanInput.StaleAssignment]) {
    var (standing, stale) = ([PlanInput.Pair: PlanInput.Progress](), [PlanInput.StaleAssignment]())
    let rows = try snapshot.rows(
      """
      SELECT a.judge_id, a.team_id, j.code, t.key, COALESCE(s.status, 'none') AS progress
      FROM assignment AS a JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN sheet AS s USING (event_id, round_id, judge_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round)
      ORDER BY j.code, t.key
      """)
    for row in rows {
      let progress: PlanInput.Progress = try row["progress"]
      if let pair = try indices.pair(row) {
        standing[pair] = progress
      } else if progress == .noSheet {
        let words = try Assignment(judge: row["code"], team: row["key"])
        stale.append(try PlanInput.StaleAssignment(judge: row["judge_id"], team: row["team_id"], words: words))
      }
    }
    return (standing, stale)
  }

  func insert(_ pairs: [(JudgeID, TeamID)], in round: RoundID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO assignment (event_id, round_id, judge_id, team_id)
      SELECT \(event), \(round), p.judge, p.team
      FROM unnest(\(pairs.map(\.0))::bigint[], \(pairs.map(\.1))::bigint[]) AS p (judge, team)
      ORDER BY p.judge, p.team
      ON CONFLICT DO NOTHING
      """)
  }

  /// A sheet keeps its assignment: the schema refuses to take it away.
  func delete(_ pairs: [(JudgeID, TeamID)], in round: RoundID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM assignment AS a
      USING unnest(\(pairs.map(\.0))::bigint[], \(pairs.map(\.1))::bigint[]) AS p (judge, team)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND a.judge_id = p.judge AND a.team_id = p.team
      """)
  }

  /// Puts what changed where `AuditLog.logBatch` finds it.
  func note(_ added: [Assignment], _ dropped: [Assignment], in round: String, _ unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO audit_batch (key, old, new)
      SELECT c.judge || ' ' || c.team,
        CASE WHEN NOT c.is_added THEN jsonb_build_object('round', \(round)::text) END,
        CASE WHEN c.is_added THEN jsonb_build_object('round', \(round)::text) END
      FROM (
        SELECT a.judge, a.team, true AS is_added
        FROM unnest(\(added.map(\.judge))::text[], \(added.map(\.team))::text[]) AS a (judge, team)
        UNION ALL
        SELECT d.judge, d.team, false
        FROM unnest(\(dropped.map(\.judge))::text[], \(dropped.map(\.team))::text[]) AS d (judge, team)) AS c
      ORDER BY c.is_added, c.judge, c.team
      """)
  }

  private func words(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator).map(String.init)
  }
}

extension PlanInput.Progress: SQLDecodable {}
