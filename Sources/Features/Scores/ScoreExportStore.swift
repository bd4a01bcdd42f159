public import Lookup

/// The SQL by which sheets and scores are handed out row by row; judges are named by their codes.
public enum ScoreExportStore {
  public static let sheets = ExportedTable(
    [
      .text("round", "r.key"), .text("judge", "j.code"), .text("team", "t.key"), .text("status", "s.status"),
      .text("recusal_reason", "s.recusal_reason"), .text("comment", "s.comment"), .text("feedback", "s.feedback"),
      .number("revision", "s.revision"), .instant("saved_at", "s.saved_at"), .text("saved_by", "p.name"),
      .instant("confirmed_at", "s.confirmed_at"), .text("confirmed_by", "c.name"),
    ],
    from: """
      sheet AS s JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      LEFT JOIN principal AS p ON (p.event_id, p.principal_id) = (s.event_id, s.saved_by)
      LEFT JOIN principal AS c ON (c.event_id, c.principal_id) = (s.event_id, s.confirmed_by)
      WHERE s.event_id = @event ORDER BY r.round_id, j.code, t.team_id
      """,
    imported: ImportedRows(
      judgesWhoAct(in: "saved_by", "confirmed_by"), judgesAsPrincipals,
      """
      INSERT INTO sheet (
        event_id, round_id, judge_id, team_id, rubric_id, status, comment, feedback, revision, saved_at, saved_by)
      SELECT @event, n.round_id, \(ImportedRows.number(of: .judge)), \(ImportedRows.number(of: .team)), n.rubric_id,
        'draft', COALESCE(r.comment, ''), COALESCE(r.feedback, ''), r.revision::integer, r.saved_at::timestamptz,
        \(ImportedRows.number(of: .principal, "saved_by"))
      FROM @rows JOIN round AS n ON n.event_id = @event AND n.key = r.round
      """,
      naming: ["round": .round, "judge": .judge, "team": .team],
      lastly: [
        """
        UPDATE sheet AS s SET status = r.status, recusal_reason = r.recusal_reason,
          confirmed_at = r.confirmed_at::timestamptz, confirmed_by = \(ImportedRows.number(of: .principal, "confirmed_by"))
        FROM @rows WHERE s.event_id = @event AND s.round_id = \(ImportedRows.number(of: .round))
          AND s.judge_id = \(ImportedRows.number(of: .judge)) AND s.team_id = \(ImportedRows.number(of: .team))
        """
      ]))

  /// One score in each row, as imports take them.
  public static let scores = ExportedTable(
    [
      .text("round", "r.key"), .text("judge", "j.code"), .text("team", "t.key"), .text("criterion", "c.key"),
      .thousandths("score", "s.points"),
    ],
    from: """
      score AS s JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      JOIN criterion AS c ON (c.event_id, c.rubric_id, c.criterion_id) = (s.event_id, s.rubric_id, s.criterion_id)
      WHERE s.event_id = @event ORDER BY r.round_id, j.code, t.team_id, c.position
      """,
    imported: ImportedRows(
      """
      INSERT INTO score (event_id, round_id, judge_id, team_id, rubric_id, criterion_id, points)
      SELECT @event, n.round_id, \(ImportedRows.number(of: .judge)), \(ImportedRows.number(of: .team)), n.rubric_id,
        c.criterion_id, \(ImportedRows.thousandths("score"))
      FROM @rows JOIN round AS n ON n.event_id = @event AND n.key = r.round
      LEFT JOIN criterion AS c ON c.event_id = @event AND c.rubric_id = n.rubric_id AND c.key = r.criterion
      """, naming: ["round": .round, "judge": .judge, "team": .team]))

  /// Every save of every sheet.
  public static let revisions = ExportedTable(
    [
      .text("round", "r.key"), .text("judge", "j.code"), .text("team", "t.key"), .number("revision", "v.revision"),
      .text("criterion", "c.key"), .thousandths("score", "(v.points ->> c.key)::bigint"), .text("status", "v.status"),
      .text("reason", "v.reason"), .text("comment", "v.comment"), .text("feedback", "v.feedback"),
      .text("by", "p.name"), .instant("recorded_at", "v.recorded_at"),
    ],
    from: """
      sheet_revision AS v JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      JOIN principal AS p ON (p.event_id, p.principal_id) = (v.event_id, v.principal_id)
      LEFT JOIN LATERAL (
        SELECT k.key, k.position FROM sheet AS s JOIN criterion AS k USING (event_id, rubric_id)
        WHERE (s.event_id, s.round_id, s.judge_id, s.team_id) = (v.event_id, v.round_id, v.judge_id, v.team_id)
          AND v.points ? k.key) AS c ON true
      WHERE v.event_id = @event ORDER BY r.round_id, j.code, t.team_id, v.revision, c.position
      """,
    imported: ImportedRows(
      judgesWhoAct(in: "by"), judgesAsPrincipals,
      """
      INSERT INTO sheet_revision (
        event_id, round_id, judge_id, team_id, revision, status, reason, points, comment, feedback, principal_id,
        recorded_at)
      SELECT @event, \(ImportedRows.number(of: .round)), \(ImportedRows.number(of: .judge)), \(ImportedRows.number(of: .team)),
        r.revision::integer, r.status, r.reason, (
          SELECT COALESCE(jsonb_object_agg(s.criterion, (s.score::numeric * 1000)::bigint), '{}') FROM exported_row AS s
          WHERE (s.round, s.judge, s.team, s.revision) = (r.round, r.judge, r.team, r.revision)
            AND s.criterion IS NOT NULL),
        COALESCE(r.comment, ''), COALESCE(r.feedback, ''), \(ImportedRows.number(of: .principal, "by")),
        r.recorded_at::timestamptz
      FROM (
        SELECT DISTINCT ON (s.round, s.judge, s.team, s.revision::integer) s.* FROM exported_row AS s
        ORDER BY s.round, s.judge, s.team, s.revision::integer, s.row) AS r
      ORDER BY r.revision::integer
      """, naming: ["round": .round, "judge": .judge, "team": .team, "by": .principal]))

  /// Judges act under their codes, without a token until they are invited again.
  private static func judgesWhoAct(in columns: String...) -> String {
    """
    INSERT INTO principal (event_id, name, role)
    SELECT DISTINCT @event::bigint, j.code, 'judge'
    FROM @rows JOIN judge AS j ON j.event_id = @event AND j.code IN (\(columns.map { "r.\($0)" }.joined(separator: ", ")))
    WHERE NOT EXISTS (SELECT FROM principal AS p WHERE p.event_id = @event AND p.name = j.code)
    """
  }

  private static let judgesAsPrincipals = """
    UPDATE judge AS j SET principal_id = p.principal_id
    FROM principal AS p WHERE j.event_id = @event AND p.event_id = @event AND p.role = 'judge' AND p.name = j.code
      AND j.principal_id IS NULL
    """
}
