public import Postgres
public import Vocabulary

/// Makes units of work that number something in an event, such as results or published agendas, take turns.
public enum EventLock {
  /// Waits until no other unit of work holds the event's lock; it is held until the unit ends.
  ///
  /// It is the lock of the event's row, so the event's settings cannot change meanwhile either.
  public static func take(for event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("SELECT FROM event WHERE event_id = \(event) FOR UPDATE")
  }
}
