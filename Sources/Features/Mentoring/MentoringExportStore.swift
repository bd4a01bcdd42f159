public import Lookup

/// The SQL by which mentors and what belongs to them are handed out row by row; erased mentors are left out.
public enum MentoringExportStore {
  /// As imports take them.
  public static let mentors = ExportedTable(
    [
      .text("key", "m.key"), .text("name", "m.name"), .text("email", "m.email"), .words("expertise", "m.expertise"),
      .text("languages", "replace(m.languages, ' ', ', ')"), .text("tz", "m.time_zone"),
      .number("slot_minutes", "m.slot_minutes"),
    ],
    from: "mentor AS m WHERE m.event_id = @event AND m.erased_at IS NULL ORDER BY m.mentor_id",
    imported: ImportedRows(
      """
      INSERT INTO mentor (
        event_id, key, name, name_folded, email, email_folded, expertise, languages, time_zone, slot_minutes)
      SELECT @event, r.key, r.name, COALESCE(r.name_folded, ''), r.email, r.email_folded,
        \(ImportedRows.words("expertise")), \(ImportedRows.languages("languages")), r.tz, r.slot_minutes::integer
      FROM @rows ORDER BY r.row
      """,
      folded: [
        .init("name_folded", of: "name", as: .nameWithSymbols), .init("email_folded", of: "email", as: .address),
      ]))

  public static let hours = ExportedTable(
    [
      .text("mentor", "m.key"), .instant("from", "lower(a.during)"), .instant("to", "upper(a.during)"),
      .flag("exception", "a.is_exception"),
    ],
    from: """
      mentor_availability AS a JOIN mentor AS m USING (event_id, mentor_id)
      WHERE a.event_id = @event AND m.erased_at IS NULL ORDER BY m.mentor_id, a.during, a.is_exception
      """,
    imported: ImportedRows(
      """
      INSERT INTO mentor_availability (event_id, mentor_id, during, is_exception)
      SELECT @event, \(ImportedRows.number(of: .mentor)), tstzrange(r."from"::timestamptz, r."to"::timestamptz),
        \(ImportedRows.flag("exception"))
      FROM @rows ORDER BY r.row
      """, naming: ["mentor": .mentor]))

  public static let requests = ExportedTable(
    [
      .number("request", numberOfRequest("r")), .text("team", "t.key"), .words("topics", "r.topics"),
      .text("languages", "replace(r.languages, ' ', ', ')"), .flag("withdrawn", "r.is_withdrawn"),
    ],
    from: """
      mentor_request AS r JOIN team AS t USING (event_id, team_id) WHERE r.event_id = @event ORDER BY r.request_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO mentor_request (event_id, team_id, topics, languages, is_withdrawn)
      SELECT @event, \(ImportedRows.number(of: .team)), \(ImportedRows.words("topics")),
        \(ImportedRows.languages("languages")), \(ImportedRows.flag("withdrawn"))
      FROM @rows ORDER BY r.row
      """, naming: ["team": .team]))

  public static let bookings = ExportedTable(
    [
      .text("mentor", "m.key"), .text("team", "t.key"), .instant("from", "lower(s.during)"),
      .instant("to", "upper(s.during)"), .text("state", "s.state"), .text("room", "r.key"),
      .number("request", numberOfRequest("s")), .instant("waiting_since", "s.waiting_since"),
      .flag("attended", "s.attended"), .number("rating", "s.rating"), .text("feedback", "s.feedback"),
    ],
    from: """
      mentor_session AS s JOIN mentor AS m USING (event_id, mentor_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN room AS r ON (r.event_id, r.room_id) = (s.event_id, s.room_id)
      WHERE s.event_id = @event AND m.erased_at IS NULL ORDER BY s.during, m.key, s.session_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO mentor_session (
        event_id, mentor_id, team_id, request_id, room_id, during, state, waiting_since, attended, rating, feedback)
      SELECT @event, \(ImportedRows.number(of: .mentor)), \(ImportedRows.number(of: .team)), (
          SELECT q.request_id FROM mentor_request AS q WHERE q.event_id = @event
          ORDER BY q.request_id OFFSET r.request::integer - 1 LIMIT CASE WHEN r.request IS NULL THEN 0 ELSE 1 END),
        \(ImportedRows.number(of: .room)), tstzrange(r."from"::timestamptz, r."to"::timestamptz), r.state,
        r.waiting_since::timestamptz, CASE r.attended WHEN 'yes' THEN true WHEN 'no' THEN false END, r.rating::integer,
        r.feedback
      FROM @rows ORDER BY r.row
      """, naming: ["mentor": .mentor, "team": .team, "room": .room]))

  public static let notes = ExportedTable(
    [
      .text("team", "t.key"), .text("mentor", "m.key"), .text("text", "n.text"), .instant("written_at", "n.written_at"),
    ],
    from: """
      mentor_note AS n JOIN team AS t USING (event_id, team_id)
      LEFT JOIN mentor AS m ON (m.event_id, m.mentor_id) = (n.event_id, n.mentor_id) AND m.erased_at IS NULL
      WHERE n.event_id = @event ORDER BY n.note_id
      """,
    imported: ImportedRows(
      """
      INSERT INTO mentor_note (event_id, team_id, mentor_id, text, written_at)
      SELECT @event, \(ImportedRows.number(of: .team)), \(ImportedRows.number(of: .mentor)), r.text,
        r.written_at::timestamptz
      FROM @rows ORDER BY r.row
      """, naming: ["team": .team, "mentor": .mentor]))

  /// Requests are counted within their event.
  private static func numberOfRequest(_ row: String) -> String {
    """
    SELECT NULLIF(count(*), 0) FROM mentor_request AS q
    WHERE q.event_id = \(row).event_id AND q.request_id <= \(row).request_id
    """
  }
}
