public import Postgres
public import Prizes
public import Results
public import Vocabulary

/// Announces a result once it is settled who receives which prize.
public struct ResultAnnouncement: Sendable {
  private let results: ResultsService
  private let awards: AwardsService

  public init(results: ResultsService, awards: AwardsService) {
    self.results = results
    self.awards = awards
  }

  /// - Parameter hour: From when the result is public; nil for now.
  /// - Throws: `ResultVersionError.blocked` with everything that is in the way.
  public func announce(
    _ number: Int, at hour: Timestamp?, of event: EventID, in unit: UnitOfWork
  ) throws -> ResultVersion {
    try results.announce(number, at: hour, of: event, in: unit) {
      try awards.findings(of: event, in: unit).filter(\.isBlocking).map {
        .prize($0.sentence.prefix(1).uppercased() + $0.sentence.dropFirst() + ".", $0.nextStep)
      }
    }
  }
}
