public import Announcement
public import Postgres
public import Prizes
public import Results
public import Vocabulary

/// Announces a result once it is settled who receives which prize, and keeps the facts that are announced.
public struct ResultAnnouncement: Sendable {
  private let announcement: AnnouncementService
  private let results: ResultsService
  private let awards: AwardsService

  public init(announcement: AnnouncementService, results: ResultsService, awards: AwardsService) {
    self.announcement = announcement
    self.results = results
    self.awards = awards
  }

  /// - Parameters:
  ///   - hour: From when the result is public; nil for now.
  ///   - isUnusual: Whether an hour that has passed, or is more than 60 days away, is meant.
  /// - Throws: `ResultVersionError.blocked` with everything that is in the way.
  public func announce(
    _ number: Int, at hour: Timestamp?, isUnusual: Bool = false, of event: EventID, in unit: UnitOfWork
  ) throws -> ResultVersion {
    let version = try results.announce(number, at: hour, isUnusual: isUnusual, of: event, in: unit) {
      try awards.findings(of: event, in: unit).filter(\.isBlocking).map {
        .prize($0.sentence.prefix(1).uppercased() + $0.sentence.dropFirst() + ".", $0.nextStep)
      }
    }
    try announcement.keepFacts(of: event, provedBy: version.historySHA256, in: unit)
    return version
  }
}
