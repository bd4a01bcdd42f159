import CanonicalJSON
import Postgres
import RankingEngine
import Vocabulary

/// All SQL about results.
struct ResultStore {
  func input(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> RankingInput {
    let head = try snapshot.row(
      """
      SELECT e.slug, o.key, r.key AS rubric, r.version
      FROM round AS o JOIN event AS e USING (event_id) JOIN rubric AS r USING (event_id, rubric_id)
      WHERE o.event_id = \(event) AND o.round_id = \(round)
      """)
    guard let head else { throw ResultError.noResult }
    let criteria = try snapshot.rows(
      """
      SELECT c.key, c.weight, c.minimum, c.maximum FROM round AS o JOIN criterion AS c USING (event_id, rubric_id)
      WHERE o.event_id = \(event) AND o.round_id = \(round)
      ORDER BY c.position
      """
    ).map { row in
      try RankingInput.Criterion(key: row["key"], weight: row["weight"], scale: [row["minimum"], row["maximum"]])
    }
    let (teams, excluded) = try teams(in: round, event, in: snapshot)
    let active = Set(teams.map(\.key))
    let sheets = try sheets(of: round, event, by: criteria.map(\.key), in: snapshot)
    return try RankingInput(
      event: head["slug"], round: head["key"], rubric: head["rubric"], rubricVersion: head["version"],
      criteria: criteria, teams: teams, sheets: sheets.filter { active.contains($0.team) }, excludedTeams: excluded,
      excludedSheets: excludedSheets(of: round, event, in: snapshot), sharesRanges: true)
  }

  /// The names of a rubric's criteria, by key.
  func criterionNames(
    _ rubric: String, version: Int, of event: EventID, in snapshot: Snapshot
  ) throws -> [String: LocalizedText] {
    try snapshot.rows(
      """
      SELECT c.key, c.name FROM rubric AS r JOIN criterion AS c USING (event_id, rubric_id)
      WHERE r.event_id = \(event) AND r.key = \(rubric) AND r.version = \(version)
      """
    ).reduce(into: [:]) { names, row in names[try row["key"]] = try row["name"] as LocalizedText }
  }

  func teams(of event: EventID, in snapshot: Snapshot) throws -> [RankingInput.Team] {
    try snapshot.rows("SELECT key, name FROM team WHERE event_id = \(event) ORDER BY key")
      .map { try RankingInput.Team(key: $0["key"], name: $0["name"]) }
  }

  /// The teams that the round takes: the active ones, and the others.
  private func teams(
    in round: RoundID, _ event: EventID, in snapshot: Snapshot
  ) throws -> (active: [RankingInput.Team], excluded: [RankingInput.ExcludedTeam]) {
    let rows = try snapshot.rows(
      """
      SELECT t.key, t.name, CASE WHEN t.status <> 'active' THEN t.status ELSE y.obstacle END AS obstacle
      FROM round_team AS r JOIN team AS t USING (event_id, team_id) JOIN team_eligibility AS y USING (event_id, team_id)
      WHERE r.event_id = \(event) AND r.round_id = \(round)
      """
    ).map { row in
      (team: try RankingInput.Team(key: row["key"], name: row["name"]), obstacle: try row["obstacle"] as String?)
    }.sorted { $0.team.key < $1.team.key }
    return (
      rows.filter { $0.obstacle == nil }.map(\.team),
      rows.compactMap { row in row.obstacle.map(row.team.excluded) }
    )
  }

  /// The sheets that judges owed and that do not count.
  private func excludedSheets(
    of round: RoundID, _ event: EventID, in snapshot: Snapshot
  ) throws -> [RankingInput.ExcludedSheet] {
    try snapshot.rows(
      """
      SELECT j.code, t.key,
        CASE WHEN t.status <> 'active' THEN 'team ' || t.status ELSE COALESCE(NULLIF(s.status, 'draft'), 'absent') END AS reason
      FROM assignment AS a
      JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN sheet AS s USING (event_id, round_id, judge_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round)
        AND (t.status <> 'active' OR COALESCE(s.status, 'draft') <> 'ready')
      """
    ).map { try RankingInput.ExcludedSheet(judge: $0["code"], team: $0["key"], reason: $0["reason"]) }
      .sorted { ($0.judge, $0.team) < ($1.judge, $1.team) }
  }

  /// How the round is ranked unless somebody says otherwise.
  func method(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> RankingMethod? {
    let name: String?? = try snapshot.rows(
      "SELECT method FROM round WHERE event_id = \(event) AND round_id = \(round)"
    ).first.map { try $0["method"] }
    return name.flatMap(\.self).flatMap(RankingMethod.init)
  }

  private func sheets(
    of round: RoundID, _ event: EventID, by criteria: [String], in snapshot: Snapshot
  ) throws -> [RankingInput.Sheet] {
    let rows = try snapshot.rows(
      """
      SELECT j.code, t.key AS team, c.key AS criterion, x.points
      FROM sheet AS s
      JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      JOIN score AS x USING (event_id, round_id, judge_id, team_id)
      JOIN criterion AS c ON (c.event_id, c.rubric_id, c.criterion_id) = (x.event_id, x.rubric_id, x.criterion_id)
      WHERE s.event_id = \(event) AND s.round_id = \(round) AND s.status = 'ready'
      ORDER BY j.code, t.key, c.position
      """)
    var sheets: [(judge: String, team: String, points: [String: Points])] = []
    for row in rows {
      let (judge, team): (String, String) = try (row["code"], row["team"])
      if sheets.last?.judge != judge || sheets.last?.team != team { sheets.append((judge, team, [:])) }
      sheets[sheets.count - 1].points[try row["criterion"]] = try row["points"] as Points
    }
    return sheets.map { sheet in
      RankingInput.Sheet(judge: sheet.judge, team: sheet.team, points: criteria.map { sheet.points[$0] })
    }.sorted { ($0.judge, $0.team) < ($1.judge, $1.team) }
  }

  func slug(of event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value("SELECT slug FROM event WHERE event_id = \(event)") ?? ""
  }

  func result(_ number: Int, of event: EventID, in snapshot: Snapshot) throws -> RankingResult? {
    try snapshot.row(
      """
      SELECT number, computed_at, snapshot, encode(sha256, 'hex') AS sha256 FROM result
      WHERE event_id = \(event) AND number = \(number)
      """
    ).map(result)
  }

  private func result(_ row: Row) throws -> RankingResult {
    try RankingResult(
      number: row["number"], computedAt: row["computed_at"], snapshot: row["snapshot"], sha256: row["sha256"])
  }

  /// - Parameter round: The only round to look at; nil looks at all, and at ranks that were stated.
  func newest(of event: EventID, round: RoundID? = nil, in snapshot: Snapshot) throws -> RankingResult? {
    try snapshot.row(
      """
      SELECT number, computed_at, snapshot, encode(sha256, 'hex') AS sha256 FROM result
      WHERE event_id = \(event) AND (\(round)::bigint IS NULL OR round_id = \(round))
      ORDER BY number DESC LIMIT 1
      """
    ).map(result)
  }

  func insert(
    _ snapshot: String, _ method: RankingResult.Method, number: Int, of event: EventID, _ round: RoundID?,
    in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO result (event_id, number, round_id, method, snapshot, sha256)
      VALUES (\(event), \(number), \(round), \(method.name), \(snapshot), sha256(convert_to(\(snapshot), 'UTF8')))
      """)
  }

  func insertRanks(
    _ standings: [RankingResult.Standing], number: Int, _ event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO result_rank (event_id, number, team_id, rank)
      SELECT t.event_id, \(number), t.team_id, p.rank
      FROM unnest(\(standings.map(\.team))::text[], \(standings.map(\.rank))::integer[]) AS p (key, rank)
      JOIN team AS t ON t.event_id = \(event) AND t.key = p.key
      """)
  }
}
