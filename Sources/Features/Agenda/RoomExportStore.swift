public import Lookup

/// The SQL by which rooms and published agendas are handed out row by row.
public enum RoomExportStore {
  public static let rooms = ExportedTable(
    [.text("key", "r.key"), .texts("name", "r.name"), .number("capacity", "r.capacity"), .text("url", "r.url")],
    from: "room AS r WHERE r.event_id = @event ORDER BY r.room_id")

  public static let versions = ExportedTable(
    [.number("number", "v.number"), .instant("published_at", "v.published_at"), .text("note", "v.note")],
    from: "agenda_version AS v WHERE v.event_id = @event ORDER BY v.number")
}
