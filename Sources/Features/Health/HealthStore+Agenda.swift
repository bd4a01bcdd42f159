import Postgres
import Vocabulary

extension HealthStore {
  /// A session that takes place at the same time as an earlier one, with what both need.
  struct Clash {
    let first: String
    let second: String
    let shared: String
    /// The reason for which an organiser allowed it.
    let allowedBecause: String?
  }

  func publicSessionsWithoutTitle() throws -> [String] {
    try names(
      """
      SELECT key FROM agenda_session
      WHERE event_id = \(event) AND audience = 'public' AND NOT is_cancelled AND title = '{}'
      ORDER BY during, key
      """)
  }

  func publicSessionsWithoutRegistration() throws -> [String] {
    try names(
      """
      SELECT key FROM agenda_session
      WHERE event_id = \(event) AND audience = 'public' AND NOT is_cancelled AND register_url IS NULL
      ORDER BY during, key
      """)
  }

  func roomClashes() throws -> [Clash] {
    try clashes(
      """
      SELECT a.key AS first, b.key AS second, r.key AS shared, o.reason
      FROM agenda_session AS a
      JOIN agenda_session AS b ON b.event_id = a.event_id AND b.room_id = a.room_id AND b.session_id <> a.session_id
        AND b.during && a.during AND (a.during, a.key) < (b.during, b.key)
      JOIN room AS r ON r.event_id = a.event_id AND r.room_id = a.room_id
      LEFT JOIN allowed_overlap AS o ON o.event_id = a.event_id AND o.shared = 'room'
        AND o.first_session IN (a.key, b.key) AND o.second_session IN (a.key, b.key)
      WHERE a.event_id = \(event) AND NOT a.is_cancelled AND NOT b.is_cancelled
      ORDER BY a.during, a.key, b.key
      """)
  }

  func speakerClashes() throws -> [Clash] {
    let sessions = try snapshot.rows(
      """
      SELECT DISTINCT a.key AS first, b.key AS second, p.name AS shared, q.name AS other, o.reason
      FROM agenda_session AS a
      JOIN agenda_session AS b ON b.event_id = a.event_id AND b.session_id <> a.session_id
        AND b.during && a.during AND (a.during, a.key) < (b.during, b.key)
      JOIN agenda_speaker AS p ON p.event_id = a.event_id AND p.session_id = a.session_id
      JOIN agenda_speaker AS q ON q.event_id = b.event_id AND q.session_id = b.session_id
      LEFT JOIN allowed_overlap AS o ON o.event_id = a.event_id AND o.shared = 'speaker'
        AND o.first_session IN (a.key, b.key) AND o.second_session IN (a.key, b.key)
      WHERE a.event_id = \(event) AND NOT a.is_cancelled AND NOT b.is_cancelled
        AND p.name IS NOT NULL AND q.name IS NOT NULL
      ORDER BY first, second, shared
      """)
    return try sessions.compactMap { row in
      let (shared, other): (String, String) = try (row["shared"], row["other"])
      guard FoldedName(keepingSymbols: shared) == FoldedName(keepingSymbols: other) else { return nil }
      return try Clash(first: row["first"], second: row["second"], shared: shared, allowedBecause: row["reason"])
    }
  }

  /// Whether there is a draft of which nothing was ever published.
  func hasUnpublishedAgenda() throws -> Bool {
    try snapshot.value(
      """
      SELECT EXISTS (SELECT FROM agenda_session WHERE event_id = \(event))
        AND NOT EXISTS (SELECT FROM agenda_version WHERE event_id = \(event))
      """) == true
  }

  private func clashes(_ question: SQL) throws -> [Clash] {
    try snapshot.rows(question).map {
      try Clash(first: $0["first"], second: $0["second"], shared: $0["shared"], allowedBecause: $0["reason"])
    }
  }
}
