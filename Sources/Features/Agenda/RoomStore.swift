import Postgres
import Vocabulary

/// All SQL about rooms.
struct RoomStore {
  func find(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Room? {
    try unit.row(
      "SELECT key, name, capacity, url FROM room WHERE event_id = \(event) AND key = \(key) FOR NO KEY UPDATE"
    )
    .map(Self.room)
  }

  /// Whether there is such a room, which then stays until the unit ends.
  func holds(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try unit.row("SELECT key FROM room WHERE event_id = \(event) AND key = \(key) FOR KEY SHARE") != nil
  }

  /// The rooms by key, with how many sessions are in each.
  func all(of event: EventID, in snapshot: Snapshot) throws -> [(room: Room, sessions: Int)] {
    try snapshot.rows(
      """
      SELECT r.key, r.name, r.capacity, r.url, count(s.session_id) AS sessions
      FROM room AS r LEFT JOIN agenda_session AS s USING (event_id, room_id)
      WHERE r.event_id = \(event)
      GROUP BY r.event_id, r.room_id
      ORDER BY r.key
      """
    ).map { (try Self.room($0), try $0["sessions"]) }
  }

  func insert(_ room: Room, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO room (event_id, key, name, capacity, url)
      VALUES (\(event), \(room.key), \(room.name), \(room.capacity), \(room.url))
      """)
  }

  func update(_ room: Room, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE room SET name = \(room.name), capacity = \(room.capacity), url = \(room.url)
      WHERE event_id = \(event) AND key = \(room.key)
      """)
  }

  func delete(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint { _ = try unit.execute("DELETE FROM room WHERE event_id = \(event) AND key = \(key)") }
  }

  private static func room(_ row: Row) throws -> Room {
    var room = Room(key: try row["key"], name: try row["name"])
    room.capacity = try row["capacity"]
    room.url = try row["url"]
    return room
  }
}
