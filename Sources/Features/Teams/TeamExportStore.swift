public import Lookup

/// The SQL by which teams and what belongs to them are handed out row by row.
public enum TeamExportStore {
  public static let tracks = ExportedTable(
    [.text("key", "k.key"), .texts("name", "k.name")],
    from: "track AS k WHERE k.event_id = @event ORDER BY k.track_id",
    imported: ImportedRows(
      """
      INSERT INTO track (event_id, key, name, names_folded)
      SELECT @event, r.key, \(ImportedRows.texts("name")), array_remove(r.names_folded, NULL) FROM @rows ORDER BY r.row
      """, folded: [.init("names_folded", of: "name_en", "name_fr", "name_es", as: .nameWithSymbols)]))

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
      """,
    imported: ImportedRows(
      """
      INSERT INTO team (
        event_id, key, name, name_folded, about, city, country, affiliation, affiliation_folded, track_id,
        declared_size, table_label, room)
      SELECT @event, r.key, r.name, r.name_folded, \(ImportedRows.texts("about")), \(ImportedRows.texts("city")),
        r.country, r.affiliation, r.affiliation_folded, \(ImportedRows.number(of: .track)), r.declared_size::integer,
        r."table", r.room
      FROM @rows ORDER BY r.row
      """,
      folded: [
        .init("name_folded", of: "name", as: .nameWithSymbols), .init("affiliation_folded", of: "affiliation"),
      ],
      naming: ["track": .track]))

  /// Erased members are left out, as they are left out of the participants.
  public static let members = ExportedTable(
    [.text("team", "t.key"), .text("participant", "p.key"), .flag("captain", "m.is_captain")],
    from: """
      team_member AS m JOIN team AS t USING (event_id, team_id) JOIN participant AS p USING (event_id, participant_id)
      WHERE m.event_id = @event AND p.erased_at IS NULL
      ORDER BY t.team_id, m.is_captain DESC, p.participant_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO team_member (event_id, participant_id, team_id, is_captain)
      SELECT @event, p.participant_id, \(ImportedRows.number(of: .team)), \(ImportedRows.flag("captain"))
      FROM @rows JOIN participant AS p ON p.event_id = @event AND p.key = r.participant
      WHERE NOT EXISTS (
        SELECT FROM team_member AS m WHERE m.event_id = @event AND m.participant_id = p.participant_id)
      """, naming: ["team": .team, "participant": .participant]))

  /// Teams that withdrew, were disqualified or were merged.
  public static let states = ExportedTable(
    [.text("team", "t.key"), .text("status", "t.status"), .text("reason", "t.status_reason")],
    from: "team AS t WHERE t.event_id = @event AND t.status <> 'active' ORDER BY t.team_id",
    imported: ImportedRows(
      naming: ["team": .team],
      lastly: [
        """
        UPDATE team AS t SET status = r.status, status_reason = r.reason
        FROM @rows WHERE t.event_id = @event AND t.key = r.team
        """
      ]))

  public static let formerNames = ExportedTable(
    [.text("team", "t.key"), .text("name", "f.name")],
    from: """
      team_former_name AS f JOIN team AS t USING (event_id, team_id) WHERE f.event_id = @event ORDER BY t.team_id, f.name
      """,
    imported: ImportedRows(
      """
      INSERT INTO team_former_name (event_id, name, team_id)
      SELECT @event, r.name, \(ImportedRows.number(of: .team)) FROM @rows
      """, naming: ["team": .team]))

  public static let eligibilityPoints = ExportedTable(
    [.text("key", "e.key"), .text("kind", "e.kind"), .texts("text", "e.text")],
    from: "eligibility_point AS e WHERE e.event_id = @event ORDER BY e.key",
    imported: ImportedRows(
      """
      INSERT INTO eligibility_point (event_id, key, kind, text)
      SELECT @event, r.key, r.kind, \(ImportedRows.texts("text")) FROM @rows
      """))

  public static let eligibilityFindings = ExportedTable(
    [
      .text("team", "t.key"), .text("point", "f.key"), .number("number", "f.number"), .flag("met", "f.is_met"),
      .text("reason", "f.reason"), .text("by", "p.name"), .instant("found_at", "f.found_at"),
    ],
    from: """
      eligibility_finding AS f JOIN team AS t USING (event_id, team_id) JOIN principal AS p USING (event_id, principal_id)
      WHERE f.event_id = @event ORDER BY t.team_id, f.key, f.number
      """,
    imported: ImportedRows(
      """
      INSERT INTO eligibility_finding (event_id, team_id, key, number, is_met, reason, principal_id, found_at)
      SELECT @event, \(ImportedRows.number(of: .team)), r.point, r.number::integer, \(ImportedRows.flag("met")), r.reason,
        \(ImportedRows.number(of: .principal, "by")), r.found_at::timestamptz
      FROM @rows ORDER BY r.row
      """, naming: ["team": .team, "by": .principal]))

  public static let allowances = ExportedTable(
    [
      .text("team", "t.key"), .number("number", "a.number"), .flag("allowed", "a.is_allowed"),
      .text("reason", "a.reason"), .text("by", "p.name"), .instant("decided_at", "a.decided_at"),
    ],
    from: """
      team_allowance AS a JOIN team AS t USING (event_id, team_id) JOIN principal AS p USING (event_id, principal_id)
      WHERE a.event_id = @event ORDER BY t.team_id, a.number
      """,
    imported: ImportedRows(
      """
      INSERT INTO team_allowance (event_id, team_id, number, is_allowed, reason, principal_id, decided_at)
      SELECT @event, \(ImportedRows.number(of: .team)), r.number::integer, \(ImportedRows.flag("allowed")), r.reason,
        \(ImportedRows.number(of: .principal, "by")), r.decided_at::timestamptz
      FROM @rows ORDER BY r.row
      """, naming: ["team": .team, "by": .principal]))
}
