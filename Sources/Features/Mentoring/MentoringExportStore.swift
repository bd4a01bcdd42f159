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
    from: "mentor AS m WHERE m.event_id = @event AND m.erased_at IS NULL ORDER BY m.mentor_id")

  public static let hours = ExportedTable(
    [
      .text("mentor", "m.key"), .instant("from", "lower(a.during)"), .instant("to", "upper(a.during)"),
      .flag("exception", "a.is_exception"),
    ],
    from: """
      mentor_availability AS a JOIN mentor AS m USING (event_id, mentor_id)
      WHERE a.event_id = @event AND m.erased_at IS NULL ORDER BY m.mentor_id, a.during, a.is_exception
      """)

  public static let requests = ExportedTable(
    [
      .number("request", "r.request_id"), .text("team", "t.key"), .words("topics", "r.topics"),
      .text("languages", "replace(r.languages, ' ', ', ')"), .flag("withdrawn", "r.is_withdrawn"),
    ],
    from: """
      mentor_request AS r JOIN team AS t USING (event_id, team_id) WHERE r.event_id = @event ORDER BY r.request_id
      """)

  public static let bookings = ExportedTable(
    [
      .text("mentor", "m.key"), .text("team", "t.key"), .instant("from", "lower(s.during)"),
      .instant("to", "upper(s.during)"), .text("state", "s.state"), .text("room", "r.key"),
      .number("request", "s.request_id"), .instant("waiting_since", "s.waiting_since"),
      .flag("attended", "s.attended"), .number("rating", "s.rating"), .text("feedback", "s.feedback"),
    ],
    from: """
      mentor_session AS s JOIN mentor AS m USING (event_id, mentor_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN room AS r ON (r.event_id, r.room_id) = (s.event_id, s.room_id)
      WHERE s.event_id = @event AND m.erased_at IS NULL ORDER BY s.during, m.key, s.session_id
      """)

  public static let notes = ExportedTable(
    [
      .text("team", "t.key"), .text("mentor", "m.key"), .text("text", "n.text"), .instant("written_at", "n.written_at"),
    ],
    from: """
      mentor_note AS n JOIN team AS t USING (event_id, team_id)
      LEFT JOIN mentor AS m ON (m.event_id, m.mentor_id) = (n.event_id, n.mentor_id) AND m.erased_at IS NULL
      WHERE n.event_id = @event ORDER BY n.note_id
      """)
}
