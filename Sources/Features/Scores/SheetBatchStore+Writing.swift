import Postgres
import Vocabulary

/// What of a batch is new, written with a few statements.
extension SheetBatchStore {
  func writeSheets(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO sheet (event_id, round_id, judge_id, team_id, rubric_id, status, revision, comment, feedback, saved_by)
      SELECT \(event), \(form.round), d.judge_id, d.team_id, \(form.rubric), d.status, d.revision, d.comment, d.feedback,
        (SELECT principal_id FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name))
      FROM due_sheet AS d
      WHERE d.outcome = 'created'
      """)
    try unit.execute(
      """
      UPDATE sheet AS s SET status = d.status, revision = d.revision, comment = d.comment, feedback = d.feedback,
        saved_by = p.principal_id, saved_at = clock_timestamp(), confirmed_by = NULL, confirmed_at = NULL
      FROM due_sheet AS d JOIN principal AS p ON p.event_id = \(event) AND p.name = \(unit.principal.name)
      WHERE d.outcome = 'updated'
        AND s.event_id = \(event) AND s.round_id = \(form.round) AND s.judge_id = d.judge_id AND s.team_id = d.team_id
      """)
  }

  func writeScores(in unit: UnitOfWork) throws {
    let criteria = form.questions.map(\.id)
    try unit.execute(
      """
      INSERT INTO score (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT \(event), \(form.round), d.judge_id, d.team_id, \(form.rubric), g.criterion_id, g.points
      FROM due_sheet AS d CROSS JOIN LATERAL unnest(\(criteria)::bigint[], d.given) AS g (criterion_id, points)
      WHERE d.outcome = 'created' AND g.points IS NOT NULL
      """)
    try unit.execute(
      """
      INSERT INTO score AS kept (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT \(event), \(form.round), d.judge_id, d.team_id, \(form.rubric), g.criterion_id, g.points
      FROM due_sheet AS d CROSS JOIN LATERAL unnest(\(criteria)::bigint[], d.given) AS g (criterion_id, points)
      WHERE d.outcome = 'updated' AND g.points IS NOT NULL
      ON CONFLICT (event_id, round_id, judge_id, team_id, criterion_id)
      DO UPDATE SET points = EXCLUDED.points WHERE kept.points <> EXCLUDED.points
      """)
  }

  func writeRevisions(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO sheet_revision (
        event_id, round_id, judge_id, team_id, revision, status, points, comment, feedback, reason, principal_id)
      SELECT \(event), \(form.round), d.judge_id, d.team_id, d.revision, d.status, d.points, d.comment, d.feedback,
        CASE WHEN d.old_status = 'ready' THEN \(reason)::text END, p.principal_id
      FROM due_sheet AS d JOIN principal AS p ON p.event_id = \(event) AND p.name = \(unit.principal.name)
      WHERE d.outcome <> 'unchanged'
      """)
  }

  /// Writes down for the log what became of sheets, their points as people write them.
  func fillLog(with outcome: Outcome, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO audit_batch (key, old, new)
      SELECT j.code || ' ' || t.key,
        CASE WHEN d.old_status IS NOT NULL THEN o.points || jsonb_build_object('status', d.old_status) END,
        n.points || jsonb_build_object('status', d.status)
      FROM due_sheet AS d
      JOIN judge AS j ON j.event_id = \(event) AND j.judge_id = d.judge_id
      JOIN team AS t ON t.event_id = \(event) AND t.team_id = d.team_id
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_object_agg(e.key, trim_scale(e.value::numeric / 1000)::text), '{}') AS points
        FROM jsonb_each_text(d.old_points) AS e) AS o
      CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_object_agg(e.key, trim_scale(e.value::numeric / 1000)::text), '{}') AS points
        FROM jsonb_each_text(d.points) AS e) AS n
      WHERE d.outcome = \(outcome.rawValue)
      """)
  }

  /// Writes down for the log what judges wrote, which is logged as hashes, since it speaks of people.
  func fillLogOfWords(with outcome: Outcome, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO audit_batch (key, old, new)
      SELECT j.code || ' ' || t.key,
        CASE WHEN d.old_status IS NOT NULL
          THEN jsonb_build_object('comment', d.old_comment, 'feedback', d.old_feedback) END,
        jsonb_build_object('comment', d.comment, 'feedback', d.feedback)
      FROM due_sheet AS d
      JOIN judge AS j ON j.event_id = \(event) AND j.judge_id = d.judge_id
      JOIN team AS t ON t.event_id = \(event) AND t.team_id = d.team_id
      WHERE d.outcome = \(outcome.rawValue) AND (d.comment, d.feedback) <> (d.old_comment, d.old_feedback)
      """)
  }
}
