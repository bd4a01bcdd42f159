public import Postgres
import Synchronization
public import Vocabulary

/// Reads what clocks show; the database alone knows the time zones.
public enum ZoneStore {
  /// The names that the server knew. It reads its folder of zones for each question, which takes 100 ms.
  private static let known = Mutex<Set<String>>([])

  public static func zone(of event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value("SELECT time_zone FROM event WHERE event_id = \(event)") ?? "UTC"
  }

  /// Whether the server knows the IANA name; abbreviations, which it knows too, have no slash.
  public static func isKnown(_ zone: String, in snapshot: Snapshot) throws -> Bool {
    guard zone == "UTC" || zone.contains("/") else { return false }
    if known.withLock({ $0.contains(zone) }) { return true }
    let isKnown = try snapshot.value(
      "SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = \(zone))", as: Bool.self)
    guard isKnown == true else { return false }
    known.withLock { _ = $0.insert(zone) }
    return true
  }

  /// The instants at which the clocks of a zone show a time: one, but none or two when they are put forward or back.
  public static func instants(
    of time: LocalTime, in zone: String, _ snapshot: Snapshot
  ) throws -> [Timestamp] {
    try snapshot.rows("SELECT instants_of(\(time.description)::timestamp, \(zone)) AS instant").map {
      try $0["instant"]
    }
  }
}
