public import Postgres

/// What has keys that a person can type.
public enum KeyNoun: String, CaseIterable, Sendable {
  case event, judge, mentor, organisation, participant, prize, room, round, rubric, session, team, track

  var table: String { self == .session ? "agenda_session" : rawValue }

  var column: String { self == .judge ? "code" : "key" }
}

/// Reads the keys of an event.
public enum KeyStore {
  /// The keys in their order, 1000 at most.
  /// - Parameter event: The event's slug; nil takes the only event, and none where there are several.
  public static func keys(of noun: KeyNoun, in event: String?, snapshot: Snapshot) throws -> [String] {
    guard noun != .event else {
      return try snapshot.rows("SELECT slug FROM event ORDER BY slug LIMIT 1000").map { try $0.first(as: String.self) }
    }
    let rows = try snapshot.rows(
      """
      SELECT DISTINCT t.\(identifier: noun.column) FROM \(identifier: noun.table) t JOIN event e USING (event_id)
      WHERE e.slug = coalesce(\(event), (SELECT min(slug) FROM event HAVING count(*) = 1))
      ORDER BY 1 LIMIT 1000
      """)
    return try rows.map { try $0.first(as: String.self) }
  }
}
