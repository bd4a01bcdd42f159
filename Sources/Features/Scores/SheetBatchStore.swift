import Postgres
import Vocabulary

/// All SQL that saves many sheets at once: they wait in temporary tables of the unit.
struct SheetBatchStore {
  let event: EventID
  let form: ScoringForm
  /// Why ready sheets are changed.
  let reason: String?

  init(_ event: EventID, _ form: ScoringForm, reason: String? = nil) {
    self.event = event
    self.form = form
    self.reason = reason
  }

  static func isRuleOfSheets(_ constraint: String) -> Bool {
    ["sheet_pkey", "sheet_is_assigned", "score_pkey", "sheet_revision_pkey", "ready_sheet_changed_with_reason"]
      .contains(constraint)
  }

  func roster(in snapshot: Snapshot) throws -> ScoreRoster {
    let judges = try snapshot.rows("SELECT code, judge_id, name, email FROM judge WHERE event_id = \(event)")
      .map { row in
        let names: [String?] = try [row["name"], row["email"]]
        return (id: try row["judge_id"] as JudgeID, key: try row["code"] as String, names: names.compactMap(\.self))
      }
    let teams = try snapshot.rows("SELECT key, team_id, name FROM team WHERE event_id = \(event)")
      .map { (id: try $0["team_id"] as TeamID, key: try $0["key"] as String, names: [try $0["name"] as String]) }
    return ScoreRoster(judges: KnownWords(judges), teams: KnownWords(teams))
  }

  func prepare(in unit: UnitOfWork) throws {
    try unit.execute("SET LOCAL statement_timeout = 0")
    // What many rows make look dear is compiled otherwise, which takes longer than the statement.
    try unit.execute("SET LOCAL jit = off")
    try unit.execute("SET LOCAL work_mem = '64MB'")
    try unit.execute(
      """
      CREATE TEMPORARY TABLE staged_sheet (
        row bigint, line bigint, judge_id bigint, team_id bigint, given bigint[], points jsonb,
        comment text, feedback text
      ) ON COMMIT DROP
      """)
    try unit.execute(
      """
      CREATE TEMPORARY TABLE due_sheet (
        row bigint, line bigint, judge_id bigint, team_id bigint, given bigint[], points jsonb, status text,
        revision integer, comment text, feedback text, old_points jsonb, old_comment text, old_feedback text,
        old_status text, outcome text, fault text
      ) ON COMMIT DROP
      """)
  }

  /// Shares the round with others who score, and keeps it from being closed.
  /// - Returns: Whether it is open.
  func lockRound(in unit: UnitOfWork) throws -> Bool {
    _ = try unit.rows("SELECT save_sheets_of(\(form.round))")
    return try unit.value(
      "SELECT state = 'open' FROM round WHERE event_id = \(event) AND round_id = \(form.round) FOR SHARE") ?? false
  }

  func stage(_ batch: ScoreBatch, in unit: UnitOfWork) throws {
    let columns = ["row", "line", "judge_id", "team_id", "given", "points", "comment", "feedback"]
    try unit.copyIn("staged_sheet", columns: columns) { writer in
      for (index, entry) in batch.entries.enumerated() {
        let points = batch.points(ofEntry: index)
        writer.add(entry.row)
        writer.add(entry.line)
        writer.add(entry.judge.rawValue)
        writer.add(entry.team.rawValue)
        writer.add("{" + points.map { $0.map { String($0.thousandths) } ?? "NULL" }.joined(separator: ",") + "}")
        writer.add(document(points))
        let words = batch.words(of: entry)
        writer.add(words.comment)
        writer.add(words.feedback)
        try writer.endRow()
      }
    }
    // Nobody knows yet how many sheets there are, and without an index each could be looked up among all that wait.
    try unit.execute("CREATE INDEX ON staged_sheet (judge_id, team_id)")
    try unit.execute("ANALYZE staged_sheet")
  }

  /// As a revision keeps them: {criterion: thousandths}.
  private func document(_ points: ArraySlice<Points?>) -> String {
    // A key has no sign that JSON would write otherwise.
    let members = zip(form.questions, points).compactMap { question, points in
      points.map { "\"\(question.key)\":\($0.thousandths)" }
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// Locks the judges, so that no conflict is found meanwhile, and then the sheets that stand, in the order of their keys.
  func lockSheets(in unit: UnitOfWork) throws {
    _ = try unit.rows(
      """
      SELECT FROM judge AS j
      WHERE j.event_id = \(event) AND j.judge_id IN (SELECT judge_id FROM staged_sheet)
      ORDER BY j.judge_id FOR SHARE
      """)
    _ = try unit.rows(
      """
      SELECT count(*) FROM (
        SELECT FROM sheet AS s JOIN staged_sheet AS g USING (judge_id, team_id)
        WHERE s.event_id = \(event) AND s.round_id = \(form.round)
        ORDER BY s.judge_id, s.team_id FOR UPDATE OF s) AS locked
      """)
  }

  /// Lays what is given over the saved sheets, and finds what keeps it from being saved.
  func compare(in unit: UnitOfWork) throws {
    let required = form.questions.filter(\.isRequired).map(\.key)
    try unit.execute(
      """
      INSERT INTO due_sheet
      SELECT g.row, g.line, g.judge_id, g.team_id, g.given, n.points, n.status,
        COALESCE(s.revision, 0) + 1, w.comment, w.feedback, o.points, COALESCE(s.comment, ''),
        COALESCE(s.feedback, ''), s.status, n.outcome,
        CASE WHEN n.outcome = 'unchanged' THEN NULL WHEN s.status = 'recused' THEN 'recused'
          WHEN c.judge_id IS NOT NULL THEN 'in conflict' WHEN a.judge_id IS NULL THEN 'not assigned'
          WHEN s.status = 'ready' AND \(reason)::text IS NULL THEN 'no reason' END
      FROM staged_sheet AS g
      LEFT JOIN sheet AS s
        ON s.event_id = \(event) AND s.round_id = \(form.round) AND s.judge_id = g.judge_id AND s.team_id = g.team_id
      LEFT JOIN sheet_revision AS o ON o.event_id = s.event_id AND o.round_id = s.round_id
        AND o.judge_id = s.judge_id AND o.team_id = s.team_id AND o.revision = s.revision
      LEFT JOIN assignment AS a
        ON a.event_id = \(event) AND a.round_id = \(form.round) AND a.judge_id = g.judge_id AND a.team_id = g.team_id
      LEFT JOIN (SELECT DISTINCT judge_id, team_id FROM open_conflict WHERE event_id = \(event)) AS c
        ON c.judge_id = g.judge_id AND c.team_id = g.team_id
      CROSS JOIN LATERAL (SELECT COALESCE(o.points, '{}') || g.points AS points) AS p
      CROSS JOIN LATERAL (
        SELECT CASE WHEN p.points ?& \(required)::text[] THEN 'ready' ELSE 'draft' END AS status,
          COALESCE(g.comment, s.comment, '') AS comment, COALESCE(g.feedback, s.feedback, '') AS feedback) AS w
      CROSS JOIN LATERAL (
        SELECT p.points, w.status, CASE WHEN s.judge_id IS NULL THEN 'created'
          WHEN s.status = w.status AND o.points = p.points AND s.comment = w.comment AND s.feedback = w.feedback
          THEN 'unchanged' ELSE 'updated' END AS outcome) AS n
      ORDER BY g.judge_id, g.team_id
      """)
    try unit.execute("CREATE INDEX ON due_sheet (judge_id, team_id)")
    try unit.execute("ANALYZE due_sheet")
  }

  func outcomes(in unit: UnitOfWork) throws -> [Outcome: Int] {
    try unit.rows("SELECT outcome, count(*) AS sheets FROM due_sheet WHERE fault IS NULL GROUP BY outcome")
      .reduce(into: [:]) { outcomes, row in
        if let outcome = Outcome(rawValue: try row["outcome"]) { outcomes[outcome] = try row["sheets"] }
      }
  }

  func refusals(in unit: UnitOfWork) throws -> [ScoresService.BatchResult.Refusal] {
    // First the few that cannot be saved: otherwise each judge would be tried with each team.
    try unit.rows(
      """
      WITH refused AS MATERIALIZED (SELECT row, line, judge_id, team_id, fault FROM due_sheet WHERE fault IS NOT NULL)
      SELECT d.row, d.line, j.code, t.key, d.fault
      FROM refused AS d
      JOIN judge AS j ON j.event_id = \(event) AND j.judge_id = d.judge_id
      JOIN team AS t ON t.event_id = \(event) AND t.team_id = d.team_id
      ORDER BY d.row
      """
    ).map { row in
      let (judge, team, fault): (String, String, String) = try (row["code"], row["key"], row["fault"])
      let error: ScoreError =
        switch fault {
        case "recused": .recused(judge: judge, team: team)
        case "in conflict": .conflict(judge: judge, team: team)
        case "no reason": .readyWithoutReason(judge: judge, team: team)
        default: .notAssigned(judge: judge, team: team)
        }
      return try .init(row: row["row"], line: row["line"], error: error)
    }
  }
}
