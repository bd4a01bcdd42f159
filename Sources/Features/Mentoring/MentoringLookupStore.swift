import Postgres
import Vocabulary

/// The SQL about what mentoring reads of others: teams, rooms, the programme, time zones, who acts.
struct MentoringLookupStore {
  func team(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> TeamID? {
    try snapshot.value("SELECT team_id FROM team WHERE event_id = \(event) AND key = \(key)")
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func roomKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM room WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func isOrganiser(_ name: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      """
      SELECT EXISTS (
        SELECT FROM principal
        WHERE event_id = \(event) AND name = \(name) AND role = \(Role.organiser) AND removed_at IS NULL)
      """) ?? false
  }

  /// The programme's sessions that are not cancelled.
  func programme(of event: EventID, zone: String, in snapshot: Snapshot) throws -> [AgendaEntry] {
    try snapshot.rows(
      """
      SELECT s.key, s.title, r.key AS room, lower(s.during) AS starts, upper(s.during) AS ends,
        local_text(lower(s.during), \(zone)) AS local_start, local_text(upper(s.during), \(zone)) AS local_end
      FROM agenda_session AS s LEFT JOIN room AS r USING (event_id, room_id)
      WHERE s.event_id = \(event) AND NOT s.is_cancelled
      ORDER BY s.during, s.key
      """
    ).map { row in
      try AgendaEntry(
        what: .programme(key: row["key"], title: row["title"]), slot: TimeSlot(row), room: row["room"])
    }
  }
}
