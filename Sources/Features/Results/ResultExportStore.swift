public import Lookup

/// The SQL by which results and objections are handed out row by row; what is under embargo is in them.
public enum ResultExportStore {
  public static let results = ExportedTable(
    [
      .number("number", "r.number"), .text("round", "o.key"), .text("method", "r.method"),
      .instant("computed_at", "r.computed_at"), .flag("public", "u.number IS NOT NULL"),
      .text("sha256", "encode(r.sha256, 'hex')"),
    ],
    from: """
      result AS r LEFT JOIN round AS o USING (event_id, round_id)
      LEFT JOIN published_result AS u ON (u.event_id, u.number) = (r.event_id, r.number)
      WHERE r.event_id = @event ORDER BY r.number
      """)

  public static let ranks = ExportedTable(
    [.number("result", "k.number"), .text("team", "t.key"), .number("rank", "k.rank")],
    from: """
      result_rank AS k JOIN team AS t USING (event_id, team_id) WHERE k.event_id = @event ORDER BY k.number, k.rank, t.team_id
      """)

  public static let steps = ExportedTable(
    [
      .number("result", "s.number"), .text("step", "s.kind"), .text("by", "p.name"), .instant("taken_at", "s.taken_at"),
      .instant("publish_at", "s.publish_at"), .text("reason", "s.reason"),
    ],
    from: """
      result_step AS s JOIN principal AS p USING (event_id, principal_id) WHERE s.event_id = @event ORDER BY s.step_id
      """)

  public static let windows = ExportedTable(
    [
      .number("result", "w.number"), .instant("opened_at", "w.opened_at"), .instant("closes_at", "w.closes_at"),
      .text("by", "p.name"),
    ],
    from: """
      objection_window AS w JOIN principal AS p USING (event_id, principal_id)
      WHERE w.event_id = @event ORDER BY w.number
      """)

  public static let objections = ExportedTable(
    [
      .number("number", "o.objection"), .number("result", "o.number"), .text("team", "t.key"),
      .text("claim", "o.claim"),
      .text("evidence", "o.evidence"), .text("file", "o.file_name"),
      .text("file_sha256", "encode(o.file_sha256, 'hex')"), .text("by", "p.name"), .instant("raised_at", "o.raised_at"),
      .flag("accepted", "d.is_accepted"), .text("decision", "d.reason"), .text("decided_by", "q.name"),
      .instant("decided_at", "d.decided_at"),
    ],
    from: """
      objection AS o JOIN team AS t USING (event_id, team_id) JOIN principal AS p USING (event_id, principal_id)
      LEFT JOIN objection_decision AS d ON (d.event_id, d.objection) = (o.event_id, o.objection)
      LEFT JOIN principal AS q ON (q.event_id, q.principal_id) = (d.event_id, d.principal_id)
      WHERE o.event_id = @event ORDER BY o.objection
      """)
}
