public import Postgres
import Vocabulary

/// All SQL about sessions that may take place at once.
struct OverlapStore {
  func allowed(of event: EventID, in snapshot: Snapshot) throws -> [AllowedOverlap] {
    try snapshot.rows(
      """
      SELECT o.first_session, o.second_session, o.shared, o.reason, p.name AS by
      FROM allowed_overlap AS o JOIN principal AS p USING (event_id, principal_id)
      WHERE o.event_id = \(event)
      ORDER BY o.first_session, o.second_session, o.shared
      """
    ).map { row in
      try AllowedOverlap(
        sessions: [row["first_session"], row["second_session"]], shared: row["shared"], reason: row["reason"],
        by: row["by"])
    }
  }

  /// Adds a decision of the principal who acts; the event has to be locked.
  func insert(
    _ isAllowed: Bool, _ shared: AllowedOverlap.Shared, of sessions: [String], because reason: String,
    _ event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO overlap_allowance (
        event_id, first_session, second_session, shared, number, is_allowed, reason, principal_id)
      SELECT event_id, \(sessions[0]), \(sessions[1]), \(shared),
        (SELECT COALESCE(max(number), 0) + 1 FROM overlap_allowance
          WHERE event_id = \(event) AND first_session = \(sessions[0]) AND second_session = \(sessions[1])
            AND shared = \(shared)),
        \(isAllowed), \(reason), principal_id
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      """)
  }
}

extension AllowedOverlap.Shared: SQLEncodable, SQLDecodable {}
