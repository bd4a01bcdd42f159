import Audit
import Lookup
public import Postgres
public import Vocabulary

/// A draft that was added by mistake.
extension SubmissionsService {
  /// Removes a team's draft of which nothing was ever submitted.
  public func remove(_ team: String, of event: EventID, in unit: UnitOfWork) throws {
    let stored = try locked(team, of: event, in: unit)
    do {
      try store.delete(stored.id, of: event, in: unit)
    } catch let error as PostgresError {
      guard let referrer = Referrer.words(in: error) else { throw error }
      throw SubmissionError.stillReferredTo(team: team, by: referrer)
    }
    try audit.removed(stored.submission, of: event, in: unit)
  }
}
