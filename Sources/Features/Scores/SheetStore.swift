import CanonicalJSON
public import Postgres
import Vocabulary

/// All SQL that saves one sheet.
struct SheetStore {
  func pair(_ judge: String, _ team: String, of event: EventID, in unit: Snapshot) throws -> (JudgeID?, TeamID?) {
    let row = try unit.row(
      """
      SELECT
        (SELECT judge_id FROM judge WHERE event_id = \(event) AND code = \(judge)) AS judge_id,
        (SELECT team_id FROM team WHERE event_id = \(event) AND key = \(team)) AS team_id
      """)
    return try (row?["judge_id"], row?["team_id"])
  }

  /// The sheet, locked until the unit ends.
  func locked(_ sheetKey: SheetKey, in unit: UnitOfWork) throws -> StoredSheet? {
    let head = try unit.row(
      """
      SELECT status, revision, comment, feedback, saved_at, recusal_reason,
        (SELECT name FROM principal AS p WHERE p.event_id = s.event_id AND p.principal_id = s.saved_by) AS saved_by,
        (SELECT name FROM principal AS p WHERE p.event_id = s.event_id AND p.principal_id = s.confirmed_by) AS confirmed_by
      FROM sheet AS s
      WHERE event_id = \(sheetKey.event) AND round_id = \(sheetKey.round)
        AND judge_id = \(sheetKey.judge) AND team_id = \(sheetKey.team)
      FOR UPDATE OF s
      """)
    guard let head else { return nil }
    var points: [String: Points] = [:]
    let rows = try unit.rows(
      """
      SELECT c.key, s.points FROM score AS s JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
      WHERE s.event_id = \(sheetKey.event) AND s.round_id = \(sheetKey.round)
        AND s.judge_id = \(sheetKey.judge) AND s.team_id = \(sheetKey.team)
      """)
    for row in rows { points[try row["key"]] = try row["points"] as Points }
    let sheet = try Sheet(
      judge: sheetKey.judgeCode, team: sheetKey.teamKey, points: points, status: head["status"],
      comment: head["comment"],
      feedback: head["feedback"])
    return try StoredSheet(
      sheet: sheet, revision: head["revision"], savedAt: head["saved_at"], savedBy: head["saved_by"],
      recusalReason: head["recusal_reason"], confirmedBy: head["confirmed_by"])
  }

  /// Writes the sheet, its scores, and the revision that is kept for ever.
  /// - Returns: Whether it did: somebody who began the same sheet meanwhile was faster.
  func save(
    _ sheet: Sheet, revision: Int, at sheetKey: SheetKey, by form: ScoringForm, reason: String?, in unit: UnitOfWork
  ) throws -> Bool {
    let given = form.questions.compactMap { question in sheet.points[question.key].map { (question, $0) } }
    let keys = JSON.object(given.map { JSON.Member($0.0.key, .integer($0.1.thousandths)) })
    let written = try unit.execute(
      """
      INSERT INTO sheet AS kept (
        event_id, round_id, judge_id, team_id, rubric_id, status, revision, comment, feedback, recusal_reason, saved_by)
      VALUES (
        \(sheetKey.event), \(sheetKey.round), \(sheetKey.judge), \(sheetKey.team), \(form.rubric), \(sheet.status), \(revision),
        \(sheet.comment), \(sheet.feedback), \(sheet.status == .recused ? reason : nil),
        (SELECT principal_id FROM principal WHERE event_id = \(sheetKey.event) AND name = \(unit.principal.name)))
      ON CONFLICT (event_id, round_id, judge_id, team_id) DO UPDATE SET
        status = EXCLUDED.status, revision = EXCLUDED.revision, comment = EXCLUDED.comment, feedback = EXCLUDED.feedback,
        recusal_reason = EXCLUDED.recusal_reason, saved_by = EXCLUDED.saved_by, saved_at = clock_timestamp(),
        confirmed_by = NULL, confirmed_at = NULL
      WHERE kept.revision = EXCLUDED.revision - 1
      """)
    guard written > 0 else { return false }
    try unit.execute(
      """
      DELETE FROM score
      WHERE event_id = \(sheetKey.event) AND round_id = \(sheetKey.round)
        AND judge_id = \(sheetKey.judge) AND team_id = \(sheetKey.team)
        AND criterion_id <> ALL (\(given.map(\.0.id))::bigint[])
      """)
    try unit.execute(
      """
      INSERT INTO score AS kept (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT \(sheetKey.event), \(sheetKey.round), \(sheetKey.judge), \(sheetKey.team), \(form.rubric), given.criterion_id, given.points
      FROM unnest(\(given.map(\.0.id))::bigint[], \(given.map(\.1))::bigint[]) AS given (criterion_id, points)
      ON CONFLICT (event_id, round_id, judge_id, team_id, criterion_id)
      DO UPDATE SET points = EXCLUDED.points WHERE kept.points <> EXCLUDED.points
      """)
    try unit.execute(
      """
      INSERT INTO sheet_revision (
        event_id, round_id, judge_id, team_id, revision, status, points, comment, feedback, reason, principal_id)
      SELECT \(sheetKey.event), \(sheetKey.round), \(sheetKey.judge), \(sheetKey.team), \(revision), \(sheet.status),
        \(keys.canonical)::jsonb, \(sheet.comment), \(sheet.feedback), \(reason), principal_id
      FROM principal WHERE event_id = \(sheetKey.event) AND name = \(unit.principal.name)
      """)
    return true
  }

  func confirm(_ sheetKey: SheetKey, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE sheet SET confirmed_at = clock_timestamp(), confirmed_by = (
        SELECT principal_id FROM principal WHERE event_id = \(sheetKey.event) AND name = \(unit.principal.name))
      WHERE event_id = \(sheetKey.event) AND round_id = \(sheetKey.round)
        AND judge_id = \(sheetKey.judge) AND team_id = \(sheetKey.team)
      """)
  }

  func judgeCodes(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT code FROM judge WHERE event_id = \(event) ORDER BY code").map { try $0["code"] }
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }
}

extension Sheet.Status: SQLEncodable, SQLDecodable {}
