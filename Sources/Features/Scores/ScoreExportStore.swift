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
      """)

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
      """)

  /// Every save of every sheet.
  public static let revisions = ExportedTable(
    [
      .text("round", "r.key"), .text("judge", "j.code"), .text("team", "t.key"), .number("revision", "v.revision"),
      .text("criterion", "c.key"), .thousandths("score", "(v.points ->> c.key)::bigint"), .text("status", "v.status"),
      .text("reason", "v.reason"), .text("by", "p.name"), .instant("recorded_at", "v.recorded_at"),
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
      """)
}
