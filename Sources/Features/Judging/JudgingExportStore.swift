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
    from: "judge AS j WHERE j.event_id = @event AND j.erased_at IS NULL ORDER BY j.judge_id",
    imported: ImportedRows(
      """
      INSERT INTO judge (
        event_id, code, name, name_folded, affiliation, affiliation_folded, email, email_folded, languages, expertise)
      SELECT @event, r.code, r.name, COALESCE(r.name_folded, ''), r.affiliation, r.affiliation_folded, r.email,
        r.email_folded, \(ImportedRows.languages("languages")), \(ImportedRows.words("expertise"))
      FROM @rows ORDER BY r.row
      """,
      folded: [
        .init("name_folded", of: "name", as: .nameWithSymbols), .init("affiliation_folded", of: "affiliation"),
        .init("email_folded", of: "email", as: .address),
      ]))

  public static let conflicts = ExportedTable(
    [
      .text("judge", "j.code"), .text("team", "t.key"), .text("kind", "c.kind"), .text("reason", "c.reason"),
      .flag("stated", "c.is_pinned"),
    ],
    from: """
      judge_conflict AS c JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE c.event_id = @event AND j.erased_at IS NULL ORDER BY j.code, t.team_id, c.kind
      """,
    imported: ImportedRows(
      naming: ["judge": .judge, "team": .team],
      lastly: [
        // A conflict keeps out sheets, also those that were saved before it was known or after it was overridden.
        """
        INSERT INTO judge_conflict (event_id, judge_id, team_id, kind, reason, is_pinned)
        SELECT @event, \(ImportedRows.number(of: .judge)), \(ImportedRows.number(of: .team)), r.kind, r.reason,
          \(ImportedRows.flag("stated"))
        FROM @rows
        """
      ]))

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
      """,
    imported: ImportedRows(
      """
      INSERT INTO round (
        event_id, key, kind, state, rubric_id, entrants, track_id, minimum_sheets, asks_confirmation, method,
        from_round_id)
      SELECT @event, r.key, r.kind, 'planned', u.rubric_id, 'all', NULL, r.minimum_sheets::integer,
        \(ImportedRows.flag("asks_confirmation")), r.method, NULL
      FROM @rows LEFT JOIN rubric AS u
        ON u.event_id = @event AND u.key = r.rubric AND u.version = r.rubric_version::integer
      ORDER BY r.row
      """,
      """
      UPDATE round AS n SET entrants = r.entrants, track_id = \(ImportedRows.number(of: .track)),
        from_round_id = \(ImportedRows.number(of: .round, "from_round")),
        state = CASE r.state WHEN 'planned' THEN 'planned' ELSE 'open' END
      FROM @rows WHERE n.event_id = @event AND n.key = r.key
      """,
      naming: ["track": .track],
      lastly: [
        "UPDATE round AS n SET state = r.state FROM @rows WHERE n.event_id = @event AND n.key = r.key AND n.state <> r.state"
      ]))

  /// The judges of rounds that do not have all judges.
  public static let panels = ExportedTable(
    [.text("round", "r.key"), .text("judge", "j.code")],
    from: """
      round_judge AS p JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      WHERE p.event_id = @event AND j.erased_at IS NULL ORDER BY r.round_id, j.code
      """,
    imported: ImportedRows(
      """
      INSERT INTO round_judge (event_id, round_id, judge_id)
      SELECT @event, \(ImportedRows.number(of: .round)), \(ImportedRows.number(of: .judge)) FROM @rows
      """, naming: ["round": .round, "judge": .judge]))

  /// Secret until the announcement.
  public static let finalists = ExportedTable(
    [.text("round", "r.key"), .text("team", "t.key")],
    from: """
      round_entrant AS e JOIN round AS r USING (event_id, round_id) JOIN team AS t USING (event_id, team_id)
      WHERE e.event_id = @event ORDER BY r.round_id, t.team_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO round_entrant (event_id, round_id, team_id)
      SELECT @event, \(ImportedRows.number(of: .round)), \(ImportedRows.number(of: .team)) FROM @rows
      """, naming: ["round": .round, "team": .team]))

  public static let assignments = ExportedTable(
    [.text("round", "r.key"), .text("judge", "j.code"), .text("team", "t.key")],
    from: """
      assignment AS a JOIN round AS r USING (event_id, round_id) JOIN judge AS j USING (event_id, judge_id)
      JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = @event ORDER BY r.round_id, j.code, t.team_id
      """,
    imported: ImportedRows(
      // An erased judge is in no list of judges, and keeps the code on sheets.
      """
      INSERT INTO judge (event_id, code, name, erased_at)
      SELECT DISTINCT @event::bigint, r.judge, r.judge, clock_timestamp() FROM @rows
      WHERE r.judge IS NOT NULL AND NOT EXISTS (SELECT FROM judge AS j WHERE j.event_id = @event AND j.code = r.judge)
      """,
      """
      INSERT INTO assignment (event_id, round_id, judge_id, team_id)
      SELECT @event, \(ImportedRows.number(of: .round)), \(ImportedRows.number(of: .judge)), \(ImportedRows.number(of: .team))
      FROM @rows
      """, naming: ["round": .round, "team": .team]))
}
