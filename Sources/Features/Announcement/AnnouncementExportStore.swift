public import Lookup

/// The SQL by which what an announcement says beside the results is handed out row by row.
public enum AnnouncementExportStore {
  public static let announcement = ExportedTable(
    [.texts("address", "a.addresses"), .text("contact", "a.contact")],
    from: "announcement AS a WHERE a.event_id = @event",
    imported: ImportedRows(
      """
      INSERT INTO announcement (event_id, addresses, contact)
      SELECT @event, \(ImportedRows.texts("address")), r.contact FROM @rows
      """))

  public static let corrections = ExportedTable(
    [
      .number("number", "c.number"), .instant("noted_at", "c.noted_at"), .texts("text", "c.text"),
      .number("edition", "c.edition"),
    ],
    from: "announcement_correction AS c WHERE c.event_id = @event ORDER BY c.number")

  /// The facts themselves are longer than a cell of a workbook takes.
  public static let editions = ExportedTable(
    [
      .number("edition", "e.edition"), .number("result", "e.number"), .text("origin", "e.origin"),
      .instant("kept_at", "e.kept_at"), .text("by", "p.name"), .text("sha256", "encode(e.sha256, 'hex')"),
    ],
    from: """
      announcement_edition AS e JOIN principal AS p USING (event_id, principal_id)
      WHERE e.event_id = @event ORDER BY e.edition
      """)

  /// Without their codes, of which only hashes are kept.
  public static let certificates = ExportedTable(
    [
      .text("team", "t.key"), .text("participant", "p.key"), .number("rank", "c.rank"),
      .instant("issued_at", "c.issued_at"),
    ],
    from: """
      certificate AS c JOIN team AS t USING (event_id, team_id)
      LEFT JOIN participant AS p ON (p.event_id, p.participant_id) = (c.event_id, c.participant_id) AND p.erased_at IS NULL
      WHERE c.event_id = @event ORDER BY c.certificate_id
      """)

  public static let feedback = ExportedTable(
    [.text("shares", "f.shares")], from: "feedback_policy AS f WHERE f.event_id = @event",
    imported: ImportedRows("INSERT INTO feedback_policy (event_id, shares) SELECT @event, r.shares FROM @rows"))
}
