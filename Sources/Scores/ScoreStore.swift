import CanonicalJSON
import Competition
public import Postgres

/// All SQL about sheets and scores.
struct ScoreStore {
  /// The key of one sheet.
  struct Place {
    let event: EventID
    let round: RoundID
    let judge: JudgeID
    let team: TeamID
  }

  func form(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> ScoringForm {
    let rows = try snapshot.rows(
      """
      SELECT r.rubric_id, c.criterion_id, c.key, c.minimum, c.maximum, c.step, c.is_required
      FROM round AS r JOIN criterion AS c USING (event_id, rubric_id)
      WHERE r.event_id = \(event) AND r.round_id = \(round)
      ORDER BY c.position
      """)
    let questions = try rows.map { row in
      let (minimum, maximum): (Points, Points) = try (row["minimum"], row["maximum"])
      return try ScoringForm.Question(
        id: row["criterion_id"], key: row["key"], scale: minimum...maximum, step: row["step"],
        isRequired: row["is_required"])
    }
    return ScoringForm(round: round, rubric: try rows.first?["rubric_id"] ?? RubricID(0), questions: questions)
  }

  func pair(_ judge: String, _ team: String, of event: EventID, in unit: UnitOfWork) throws -> (JudgeID?, TeamID?) {
    let row = try unit.row(
      """
      SELECT
        (SELECT judge_id FROM judge WHERE event_id = \(event) AND code = \(judge)) AS judge_id,
        (SELECT team_id FROM team WHERE event_id = \(event) AND key = \(team)) AS team_id
      """)
    return try (row?["judge_id"], row?["team_id"])
  }

  /// The sheet, locked until the unit ends.
  func locked(_ place: Place, _ sheet: Sheet, in unit: UnitOfWork) throws -> StoredSheet? {
    let head = try unit.row(
      """
      SELECT status, revision FROM sheet
      WHERE event_id = \(place.event) AND round_id = \(place.round)
        AND judge_id = \(place.judge) AND team_id = \(place.team)
      FOR UPDATE
      """)
    guard let head else { return nil }
    var points: [String: Points] = [:]
    let rows = try unit.rows(
      """
      SELECT c.key, s.points FROM score AS s JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
      WHERE s.event_id = \(place.event) AND s.round_id = \(place.round)
        AND s.judge_id = \(place.judge) AND s.team_id = \(place.team)
      """)
    for row in rows { points[try row["key"]] = try row["points"] as Points }
    return try StoredSheet(
      sheet: Sheet(judge: sheet.judge, team: sheet.team, points: points, status: head["status"]),
      revision: head["revision"])
  }

  /// Writes the sheet, its scores, and the revision that is kept for ever.
  func save(_ sheet: Sheet, revision: Int, at place: Place, by form: ScoringForm, in unit: UnitOfWork) throws {
    let given = form.questions.compactMap { question in sheet.points[question.key].map { (question, $0) } }
    let keys = JSON.object(given.map { JSON.Member($0.0.key, .integer($0.1.thousandths)) })
    try unit.execute(
      """
      INSERT INTO sheet (event_id, round_id, judge_id, team_id, rubric_id, status, revision)
      VALUES (\(place.event), \(place.round), \(place.judge), \(place.team), \(form.rubric), \(sheet.status), \(revision))
      ON CONFLICT (event_id, round_id, judge_id, team_id)
      DO UPDATE SET status = EXCLUDED.status, revision = EXCLUDED.revision
      """)
    try unit.execute(
      """
      DELETE FROM score
      WHERE event_id = \(place.event) AND round_id = \(place.round)
        AND judge_id = \(place.judge) AND team_id = \(place.team)
        AND criterion_id <> ALL (\(given.map(\.0.id))::bigint[])
      """)
    try unit.execute(
      """
      INSERT INTO score AS kept (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT \(place.event), \(place.round), \(place.judge), \(place.team), \(form.rubric), given.criterion_id, given.points
      FROM unnest(\(given.map(\.0.id))::bigint[], \(given.map(\.1))::bigint[]) AS given (criterion_id, points)
      ON CONFLICT (event_id, round_id, judge_id, team_id, criterion_id)
      DO UPDATE SET points = EXCLUDED.points WHERE kept.points <> EXCLUDED.points
      """)
    try unit.execute(
      """
      INSERT INTO sheet_revision (event_id, round_id, judge_id, team_id, revision, status, points, principal_id)
      SELECT \(place.event), \(place.round), \(place.judge), \(place.team), \(revision), \(sheet.status),
        \(keys.canonical)::jsonb, principal_id
      FROM principal WHERE event_id = \(place.event) AND name = \(unit.principal.name)
      """)
  }

  func sheets(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [StoredSheet] {
    try snapshot.rows(
      """
      SELECT j.code, t.key, s.status, s.revision,
        (SELECT COALESCE(jsonb_object_agg(c.key, x.points), '{}')
         FROM score AS x JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
         WHERE x.event_id = s.event_id AND x.round_id = s.round_id
           AND x.judge_id = s.judge_id AND x.team_id = s.team_id) AS points
      FROM sheet AS s JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event) AND s.round_id = \(round)
      ORDER BY j.code, t.key
      """
    ).map { row in
      let text: String = try row["points"]
      let given = try JSON(parsing: text).members ?? []
      let points = given.map { ($0.key, Points(thousandths: Int64($0.value.integer ?? 0))) }
      let sheet = try Sheet(
        judge: row["code"], team: row["key"], points: Dictionary(points, uniquingKeysWith: { _, last in last }),
        status: row["status"])
      return StoredSheet(sheet: sheet, revision: try row["revision"])
    }
  }

  func missing(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [(judge: String, team: String)] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM assignment AS a
      JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN sheet AS s USING (event_id, round_id, judge_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND s.status IS DISTINCT FROM 'ready'
      ORDER BY j.code, t.key
      """
    ).map { (judge: try $0["code"], team: try $0["key"]) }
  }

  func judgeCodes(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT code FROM judge WHERE event_id = \(event) ORDER BY code").map { try $0["code"] }
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }
}

extension Sheet.Status: SQLEncodable, SQLDecodable {}
