import Audit
import Lookup
public import Postgres
public import Vocabulary

/// A participant who was added by mistake.
extension ParticipantsService {
  /// Finds somebody who is to be removed, locked until the unit ends.
  /// - Returns: Their number.
  public func numberToRemove(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Int64 {
    try locked(key, of: event, in: unit).id.rawValue
  }

  /// Removes a participant to whom nothing refers any more.
  public func remove(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    let person = try locked(key, of: event, in: unit)
    do {
      try store.delete(person.id, of: event, in: unit)
    } catch let error as PostgresError {
      guard let referrer = Referrer.words(in: error) else { throw error }
      throw ParticipantError.stillReferredTo(key, by: referrer)
    }
    try audit.removed(person, of: event, in: unit)
  }
}
