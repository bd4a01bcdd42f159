import Audit
import Lookup
public import Postgres
public import Vocabulary

/// A round that was added by mistake.
extension JudgingService {
  /// Removes a round without assignments, sheets and results, with its panel and its entrants.
  public func remove(round key: String, of event: EventID, in unit: UnitOfWork) throws {
    let found = try round(key, of: event, in: unit)
    guard try rounds.lockedState(of: found.id, event, in: unit) != .frozen else { throw RoundError.frozen(key) }
    let round = try round(key, of: event, in: unit)
    do {
      try rounds.delete(round.id, of: event, in: unit)
    } catch let error as PostgresError {
      guard let referrer = Referrer.words(in: error) else { throw error }
      throw RoundError.stillReferredTo(key, by: referrer)
    }
    try audit.removed(round, of: event, in: unit)
  }
}
