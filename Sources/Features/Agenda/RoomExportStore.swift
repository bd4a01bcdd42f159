public import Lookup

/// The SQL by which rooms, overlaps and published agendas are handed out row by row.
public enum RoomExportStore {
  public static let rooms = ExportedTable(
    [.text("key", "r.key"), .texts("name", "r.name"), .number("capacity", "r.capacity"), .text("url", "r.url")],
    from: "room AS r WHERE r.event_id = @event ORDER BY r.room_id",
    imported: ImportedRows(
      """
      INSERT INTO room (event_id, key, name, capacity, url)
      SELECT @event, r.key, \(ImportedRows.texts("name")), r.capacity::integer, r.url FROM @rows ORDER BY r.row
      """))

  public static let overlaps = ExportedTable(
    [
      .text("session", "o.first_session"), .text("other_session", "o.second_session"), .text("shared", "o.shared"),
      .number("number", "o.number"), .flag("allowed", "o.is_allowed"), .text("reason", "o.reason"),
      .text("by", "p.name"),
      .instant("decided_at", "o.decided_at"),
    ],
    from: """
      overlap_allowance AS o JOIN principal AS p USING (event_id, principal_id)
      WHERE o.event_id = @event ORDER BY o.first_session, o.second_session, o.shared, o.number
      """,
    imported: ImportedRows(
      """
      INSERT INTO overlap_allowance (
        event_id, first_session, second_session, shared, number, is_allowed, reason, principal_id, decided_at)
      SELECT @event, r.session, r.other_session, r.shared, r.number::integer, \(ImportedRows.flag("allowed")), r.reason,
        \(ImportedRows.number(of: .principal, "by")), r.decided_at::timestamptz
      FROM @rows ORDER BY r.row
      """, naming: ["by": .principal]))

  public static let versions = ExportedTable(
    [.number("number", "v.number"), .instant("published_at", "v.published_at"), .text("note", "v.note")],
    from: "agenda_version AS v WHERE v.event_id = @event ORDER BY v.number")

  /// The hours of a session are those on the clock of its zone.
  static let importedSessions = ImportedRows(
    """
    INSERT INTO agenda_session (
      event_id, key, kind, title, objective, languages, audience, during, time_zone, room_id, url, register_url,
      capacity, is_cancelled)
    SELECT @event, r.key, r.kind, \(ImportedRows.texts("title")), \(ImportedRows.texts("objective")),
      COALESCE(r.languages, ''), r.audience, tstzrange(
        (r.date || ' ' || r.start)::timestamp AT TIME ZONE r.tz,
        (CASE WHEN length(r."end") > 5 THEN r."end" ELSE r.date || ' ' || r."end" END)::timestamp AT TIME ZONE r.tz),
      r.tz, \(ImportedRows.number(of: .room)), r.url, r.register_url, r.capacity::integer, \(ImportedRows.flag("cancelled"))
    FROM @rows ORDER BY r.row
    """, naming: ["room": .room])

  static let importedSpeakers = ImportedRows(
    """
    INSERT INTO agenda_speaker (
      event_id, session_id, position, honorific, name, is_public, role, organisation, second_role, second_organisation)
    SELECT @event, \(ImportedRows.number(of: .session)), r."order"::integer, r.honorific, r.name,
      \(ImportedRows.flag("public")), \(ImportedRows.texts("role")), \(ImportedRows.texts("organisation")),
      \(ImportedRows.texts("role_2")), \(ImportedRows.texts("organisation_2"))
    FROM @rows
    """, naming: ["session": .session])
}
