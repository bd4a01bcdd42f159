public import Postgres
public import Vocabulary

/// Many records of one noun that change together.
///
/// The caller puts the changes into the temporary table `audit_batch` (key, old, new) of the unit; they are logged a
/// thousand to an entry.
extension AuditLog {
  /// Makes the table that takes the records; it is gone when the unit ends.
  public func openBatch(in unit: UnitOfWork) throws { try store.openBatch(in: unit) }

  /// Logs the rows of the table, and empties it.
  /// - Parameter isPersonal: Whether the log may hold no more of the records than salted hashes.
  public func logBatch(
    _ action: String, _ noun: String, isPersonal: Bool, of event: EventID, in unit: UnitOfWork
  ) throws {
    try store.logBatch(action, noun, isPersonal: isPersonal, of: event, in: unit)
  }
}
