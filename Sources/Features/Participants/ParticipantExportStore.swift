public import Lookup

/// The SQL by which participants are handed out row by row, as imports take them.
public enum ParticipantExportStore {
  /// Everybody who was not erased, in the order in which they came.
  public static let participants = ExportedTable(
    [
      .text("key", "p.key"), .text("given_name", "p.given_name"), .text("family_name", "p.family_name"),
      .text("display_name", "p.display_name"), .text("email", "p.email"), .text("country_of_nationality", "p.country"),
      .text("city", "p.city"), .text("affiliation", "p.affiliation"), .text("language", "p.languages"),
      .text("alias", "p.alias"), .flag("consent_public", "p.may_be_named"),
      .text("registration_source", "p.registration_source"), .text("team", "t.key"),
      .flag("captain", "NULLIF(m.is_captain, false)"), .instant("registered_at", "p.registered_at"),
      .text("registered_as_written", "p.registered_as_written"),
    ],
    from: """
      participant AS p
      LEFT JOIN team_member AS m USING (event_id, participant_id)
      LEFT JOIN team AS t USING (event_id, team_id)
      WHERE p.event_id = @event AND p.erased_at IS NULL
      ORDER BY p.participant_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO participant (
        event_id, key, given_name, family_name, display_name, name_folded, alias, may_be_named, email, email_folded,
        country, city, affiliation, affiliation_folded, languages, registration_source, registered_at,
        registered_as_written)
      SELECT @event, r.key, COALESCE(r.given_name, ''), COALESCE(r.family_name, ''), r.display_name,
        COALESCE(r.name_folded, ''), r.alias, \(ImportedRows.flag("consent_public")), r.email, r.email_folded,
        r.country_of_nationality, r.city, r.affiliation, r.affiliation_folded, \(ImportedRows.languages("language")),
        r.registration_source, r.registered_at::timestamptz, r.registered_as_written
      FROM @rows ORDER BY r.row
      """,
      """
      INSERT INTO team_member (event_id, participant_id, team_id, is_captain)
      SELECT @event, \(ImportedRows.number(of: .participant, "key")), \(ImportedRows.number(of: .team)),
        \(ImportedRows.flag("captain"))
      FROM @rows WHERE r.team IS NOT NULL
      """,
      folded: [
        .init("name_folded", of: "display_name", as: .nameWithSymbols),
        .init("email_folded", of: "email", as: .address), .init("affiliation_folded", of: "affiliation"),
      ],
      naming: ["team": .team]))

  public static let attendance = ExportedTable(
    [
      .text("participant", "p.key"), .instant("checked_in_at", "p.checked_in_at"),
      .instant("withdrawn_at", "p.withdrawn_at"),
    ],
    from: """
      participant AS p
      WHERE p.event_id = @event AND p.erased_at IS NULL AND num_nonnulls(p.checked_in_at, p.withdrawn_at) > 0
      ORDER BY p.participant_id
      """,
    imported: ImportedRows(
      """
      UPDATE participant AS p SET
        checked_in_at = r.checked_in_at::timestamptz, withdrawn_at = r.withdrawn_at::timestamptz
      FROM @rows WHERE p.event_id = @event AND p.key = r.participant
      """, naming: ["participant": .participant]))
}
