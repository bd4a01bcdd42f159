public import Postgres
public import Vocabulary

/// Makes imports into an event, and erasures that they could undo, take turns.
public enum ImportLock {
  /// Waits until no other unit of work imports into the event or erases from it; it is held until the unit ends.
  public static func take(for event: EventID, in unit: UnitOfWork) throws {
    _ = try unit.rows("SELECT pg_advisory_xact_lock(hashtext('import'), \(event)::bigint::integer)")
  }
}
