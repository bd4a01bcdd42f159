public import Lookup

/// The SQL by which judges, rounds and assignments are handed out row by row; erased judges are left out.
public enum JudgingExportStore {
  /// As imports take them.
  public static let judges = ExportedTable(
    [
      .text("code", "j.code"), .text("name", "j.name"), .text("affiliation", "j.affiliation"),
      .text("email", "j.email"),
      .text("languages", "replace(j.languages, ' ', ', ')"), .words("expertise", "j.expertise"),
    ],
    from: "judge AS j WHERE j.event_id = @event AND j.erased_at IS NULL ORDER BY j.judge_id")

  public static let conflicts = ExportedTable(
    [
      .text("judge", "j.code"), .text("team", "t.key"), .text("kind", "c.kind"), .text("reason", "c.reason"),
      .flag("stated", "c.is_pinned"),
    ],
    from: """
      judge_conflict AS c JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE c.event_id = @event AND j.erased_at IS NULL ORDER BY j.code, t.team_id, c.kind
      """)

  public static let overrides = ExportedTable(
    [
      .text("judge", "j.code"), .text("team", "t.key"), .text("kind", "o.kind"), .text("reason", "o.reason"),
      .text("by", "p.name"), .instant("said_at", "o.said_at"),
    ],
    from: """
      conflict_override AS o JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      JOIN principal AS p ON (p.event_id, p.principal_id) = (o.event_id, o.principal_id)
      WHERE o.event_id = @event AND j.erased_at IS NULL ORDER BY j.code, t.team_id, o.kind, p.name
      """)

  public static let waivers = ExportedTable(
    [
      .text("kind", "w.kind"), .text("subject", "w.subject"), .text("reason", "w.reason"), .text("by", "p.name"),
      .instant("said_at", "w.said_at"),
    ],
    from: """
      conflict_waiver AS w JOIN principal AS p USING (event_id, principal_id)
      WHERE w.event_id = @event ORDER BY w.kind, w.subject, p.name
      """)

  public static let rounds = ExportedTable(
    [
      .text("key", "r.key"), .text("kind", "r.kind"), .text("state", "r.state"), .text("rubric", "u.key"),
      .number("rubric_version", "u.version"), .text("entrants", "r.entrants"), .text("track", "k.key"),
      .text("from_round", "f.key"), .number("minimum_sheets", "r.minimum_sheets"),
      .flag("asks_confirmation", "r.asks_confirmation"), .text("method", "r.method"),
    ],
    from: """
      round AS r JOIN rubric AS u USING (event_id, rubric_id)
      LEFT JOIN track AS k ON (k.event_id, k.track_id) = (r.event_id, r.track_id)
      LEFT JOIN round AS f ON (f.event_id, f.round_id) = (r.event_id, r.from_round_id)
      WHERE r.event_id = @event ORDER BY r.round_id
      """)

  /// The judges of rounds that do not have all judges.
  public static let panels = ExportedTable(
    [.text("round", "r.key"), .text("judge", "j.code")],
    from: """
      round_judge AS p JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      WHERE p.event_id = @event AND j.erased_at IS NULL ORDER BY r.round_id, j.code
      """)

  /// Secret until the announcement.
  public static let finalists = ExportedTable(
    [.text("round", "r.key"), .text("team", "t.key")],
    from: """
      round_entrant AS e JOIN round AS r USING (event_id, round_id) JOIN team AS t USING (event_id, team_id)
      WHERE e.event_id = @event ORDER BY r.round_id, t.team_id
      """)

  public static let assignments = ExportedTable(
    [.text("round", "r.key"), .text("judge", "j.code"), .text("team", "t.key")],
    from: """
      assignment AS a JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = @event ORDER BY r.round_id, j.code, t.team_id
      """)
}
