import Audit
import Lookup
public import Postgres
public import Vocabulary

/// A version of a rubric that was added by mistake.
extension RubricsService {
  /// Removes a version of a rubric that no round uses, the newest unless another is asked for.
  /// - Returns: What was removed.
  public func remove(
    _ key: String, version: Int? = nil, of event: EventID, in unit: UnitOfWork
  ) throws -> StoredRubric {
    let stored = try newest(key, version: version, of: event, in: unit)
    do {
      try store.delete(stored.id, of: event, in: unit)
    } catch let error as PostgresError {
      guard let referrer = Referrer.words(in: error) else { throw error }
      throw RubricError.stillReferredTo(key, version: stored.version, by: referrer)
    }
    try audit.removed(stored, of: event, in: unit)
    return stored
  }
}
