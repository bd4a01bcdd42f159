public import Lookup

/// The SQL by which rooms, overlaps and published agendas are handed out row by row.
public enum RoomExportStore {
  public static let rooms = ExportedTable(
    [.text("key", "r.key"), .texts("name", "r.name"), .number("capacity", "r.capacity"), .text("url", "r.url")],
    from: "room AS r WHERE r.event_id = @event ORDER BY r.room_id")

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
      """)

  public static let versions = ExportedTable(
    [.number("number", "v.number"), .instant("published_at", "v.published_at"), .text("note", "v.note")],
    from: "agenda_version AS v WHERE v.event_id = @event ORDER BY v.number")
}
