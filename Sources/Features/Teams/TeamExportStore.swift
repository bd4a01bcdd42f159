public import Lookup

/// The SQL by which teams and what belongs to them are handed out row by row.
public enum TeamExportStore {
  public static let tracks = ExportedTable(
    [.text("key", "k.key"), .texts("name", "k.name")], from: "track AS k WHERE k.event_id = @event ORDER BY k.track_id")

  /// In the order in which they came, as imports take them.
  public static let teams = ExportedTable(
    [
      .text("key", "t.key"), .text("name", "t.name"), .text("country", "t.country"), .texts("city", "t.city"),
      .text("affiliation", "t.affiliation"), .text("track", "k.key"), .number("declared_size", "t.declared_size"),
      .text("table", "t.table_label"), .text("room", "t.room"),
      .texts("about", "t.about"),
    ],
    from: """
      team AS t LEFT JOIN track AS k USING (event_id, track_id) WHERE t.event_id = @event ORDER BY t.team_id
      """)

  /// Erased members are left out, as they are left out of the participants.
  public static let members = ExportedTable(
    [.text("team", "t.key"), .text("participant", "p.key"), .flag("captain", "m.is_captain")],
    from: """
      team_member AS m JOIN team AS t USING (event_id, team_id) JOIN participant AS p USING (event_id, participant_id)
      WHERE m.event_id = @event AND p.erased_at IS NULL
      ORDER BY t.team_id, m.is_captain DESC, p.participant_id
      """)

  /// Teams that withdrew, were disqualified or were merged.
  public static let states = ExportedTable(
    [.text("team", "t.key"), .text("status", "t.status"), .text("reason", "t.status_reason")],
    from: "team AS t WHERE t.event_id = @event AND t.status <> 'active' ORDER BY t.team_id")

  public static let formerNames = ExportedTable(
    [.text("team", "t.key"), .text("name", "f.name")],
    from: """
      team_former_name AS f JOIN team AS t USING (event_id, team_id) WHERE f.event_id = @event ORDER BY t.team_id, f.name
      """)

  public static let eligibilityPoints = ExportedTable(
    [.text("key", "e.key"), .text("kind", "e.kind"), .texts("text", "e.text")],
    from: "eligibility_point AS e WHERE e.event_id = @event ORDER BY e.key")

  public static let eligibilityFindings = ExportedTable(
    [
      .text("team", "t.key"), .text("point", "f.key"), .number("number", "f.number"), .flag("met", "f.is_met"),
      .text("reason", "f.reason"), .text("by", "p.name"), .instant("found_at", "f.found_at"),
    ],
    from: """
      eligibility_finding AS f JOIN team AS t USING (event_id, team_id) JOIN principal AS p USING (event_id, principal_id)
      WHERE f.event_id = @event ORDER BY t.team_id, f.key, f.number
      """)

  public static let allowances = ExportedTable(
    [
      .text("team", "t.key"), .number("number", "a.number"), .flag("allowed", "a.is_allowed"),
      .text("reason", "a.reason"), .text("by", "p.name"), .instant("decided_at", "a.decided_at"),
    ],
    from: """
      team_allowance AS a JOIN team AS t USING (event_id, team_id) JOIN principal AS p USING (event_id, principal_id)
      WHERE a.event_id = @event ORDER BY t.team_id, a.number
      """)
}
