public import Postgres
import Synchronization
public import Vocabulary

/// Reads what clocks show; the database alone knows the time zones.
public enum ZoneStore {
  /// The names that the server knows. It reads its folder of zones for each question, which takes 100 ms.
  private static let names = Mutex<Set<String>?>(nil)

  public static func zone(of event: EventID, in snapshot: Snapshot) throws -> String {
    try snapshot.value("SELECT time_zone FROM event WHERE event_id = \(event)") ?? "UTC"
  }

  /// Refuses what is no IANA name; abbreviations, which the server knows too, have no slash.
  /// - Throws: `UnknownTimeZone` with the name that may be meant.
  public static func require(_ zone: String, in snapshot: Snapshot) throws {
    guard try !isKnown(zone, in: snapshot) else { return }
    throw UnknownTimeZone(zone: zone, nearest: likely(zone, among: try names(in: snapshot)))
  }

  /// Whether the server knows the IANA name.
  public static func isKnown(_ zone: String, in snapshot: Snapshot) throws -> Bool {
    try zone == "UTC" || zone.contains("/") && names(in: snapshot).contains(zone)
  }

  private static func names(in snapshot: Snapshot) throws -> Set<String> {
    if let known = names.withLock({ $0 }) { return known }
    let read = Set(try snapshot.rows("SELECT name FROM pg_timezone_names").map { try $0.first(as: String.self) })
    names.withLock { $0 = read }
    return read
  }

  /// The zone of a city, such as America/Vancouver of "Vancouver", or one that is spelled almost so.
  private static func likely(_ zone: String, among names: Set<String>) -> String? {
    let cities = names.filter { $0.contains("/") && !$0.hasPrefix("posix/") && !$0.hasPrefix("right/") }.sorted()
    let wanted = FoldedName(zone)
    let city = cities.first { name in
      name.split(separator: "/").last.map { FoldedName(String($0.replacing("_", with: " "))) } == wanted
    }
    return city ?? (zone.utf8.count <= 60 ? nearest(to: zone, among: cities) : nil)
  }

  /// The same for several times, each with its instants.
  public static func instants(
    of times: [LocalTime], in zone: String, _ snapshot: Snapshot
  ) throws -> [[Timestamp]] {
    var instants = times.map { _ in [Timestamp]() }
    let rows = try snapshot.rows(
      """
      SELECT t.position::integer, i.instant
      FROM unnest(\(times.map(\.description))::text[]::timestamp[]) WITH ORDINALITY AS t (time, position)
      CROSS JOIN LATERAL instants_of(t.time, \(zone)) AS i (instant)
      """)
    for row in rows { instants[try row["position"] - 1].append(try row["instant"]) }
    return instants
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

/// A word that is no time zone.
public struct UnknownTimeZone: ExplainedError, Equatable {
  public let zone: String
  /// The IANA name that may be meant.
  public let nearest: String?

  public var explanation: Explanation {
    Explanation(
      .badData, code: "unknown-time-zone",
      "\(quoted(zone)) is no time zone: abbreviations such as EST are not taken.",
      hint: suggestion(nearest) ?? "Write the IANA name, such as America/Toronto.")
  }
}
