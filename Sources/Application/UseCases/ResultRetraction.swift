public import Events
public import Postgres
public import Results
public import Vocabulary

/// Takes a result back, and with the one that was public the event's announcement.
public struct ResultRetraction: Sendable {
  private let events: EventsService
  private let results: ResultsService

  public init(events: EventsService, results: ResultsService) {
    self.events = events
    self.results = results
  }

  /// What came of it.
  public struct Change: Equatable, Sendable {
    public let outcome: Outcome
    public let version: ResultVersion
    /// The phase to which the event went back; nil where it stayed.
    public let phase: Phase?
  }

  public func retract(
    _ number: Int, because reason: String, in event: StoredEvent, _ unit: UnitOfWork
  ) throws -> Change {
    let wasPublic = try results.version(number, of: event.id, in: unit).isPublic
    let (outcome, version) = try results.retract(number, because: reason, of: event.id, in: unit)
    let now = try events.find(event.event.slug.text, in: unit).phase
    // Somebody may have moved the event on since its result was public; then it goes back in words of the log.
    if wasPublic, now >= .announced {
      _ = try events.set(.review, of: event.id, because: reason, in: unit)
      return Change(outcome: outcome, version: version, phase: .review)
    }
    return Change(outcome: outcome, version: version, phase: now == event.phase ? nil : now)
  }
}
