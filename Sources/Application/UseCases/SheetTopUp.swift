public import Judging
public import Postgres
public import Results
public import Vocabulary

/// Gives judges further sheets where the scores leave most open; which teams those are stays under embargo.
public struct SheetTopUp: Sendable {
  private let judging: JudgingService
  private let results: ResultsService

  public init(judging: JudgingService, results: ResultsService) {
    self.judging = judging
    self.results = results
  }

  /// Says to whom sheets would go; nothing is assigned.
  public func propose(_ batch: Int?, in round: Round, of event: EventID, _ snapshot: Snapshot) throws -> TopUp {
    try judging.topUp(batch, in: round, of: event, snapshot) {
      try results.chances(in: round.id, of: event, snapshot)
    }
  }

  /// Gives them.
  public func apply(_ batch: Int?, in round: Round, of event: EventID, _ unit: UnitOfWork) throws -> TopUp {
    try judging.applyTopUp(batch, in: round, of: event, unit) {
      try results.chances(in: round.id, of: event, unit)
    }
  }
}
