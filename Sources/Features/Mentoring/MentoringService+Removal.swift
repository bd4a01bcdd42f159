import Audit
import Lookup
public import Postgres
public import Vocabulary

/// A mentor who was added by mistake.
extension MentoringService {
  /// Removes a mentor without sessions and notes, with their available hours.
  public func remove(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    let mentor = try locked(key, of: event, in: unit)
    do {
      try store.delete(mentor.id, of: event, in: unit)
    } catch let error as PostgresError {
      guard let referrer = Referrer.words(in: error) else { throw error }
      throw MentoringError.stillReferredTo(mentor.mentor.key, by: referrer)
    }
    try audit.removed(mentor, of: event, in: unit)
  }
}
