public import Events
public import Judging
public import Postgres
public import Results
public import Vocabulary

/// Opens and closes rounds, and lets the event's phase follow them.
public struct RoundLifecycle: Sendable {
  private let events: EventsService
  private let judging: JudgingService
  private let results: ResultsService

  public init(events: EventsService, judging: JudgingService, results: ResultsService) {
    self.events = events
    self.judging = judging
    self.results = results
  }

  /// What a change of a round came to.
  public struct Change: Equatable, Sendable {
    public let outcome: Outcome
    /// The phase to which the event moved with it; nil where it stayed.
    public let phase: Phase?
    /// What a result is computed without when the round closed.
    public var leftOut: [CoverageFinding] = []
    /// Conflicts of judges whose sheets count until an organiser decides.
    public var toDecide: [CoverageFinding] = []
  }

  /// Opens a round. The event moves on to judging, or back to it from review.
  public func open(
    _ key: Slug, with rubric: RubricID, in event: StoredEvent, _ unit: UnitOfWork
  ) throws -> Change {
    let outcome = try judging.open(key, with: rubric, of: event.id, in: unit)
    _ = try judging.findConflicts(of: event.id, in: unit)
    return Change(outcome: outcome, phase: try follow(event, because: "the round \(key) was opened", in: unit))
  }

  /// Closes a round, once the sheets under way are saved. With the last open one the event moves on to review.
  public func close(
    _ round: Round, despite reason: String?, in event: StoredEvent, _ unit: UnitOfWork
  ) throws -> Change {
    let outcome = try judging.close(round, despite: reason, of: event.id, in: unit)
    return Change(
      outcome: outcome, phase: try follow(event, because: "the round \(round.key) was closed", in: unit),
      leftOut: try judging.leftOut(of: round, of: event.id, unit),
      toDecide: try judging.conflictsToDecide(in: round, of: event.id, unit))
  }

  /// Opens a closed round again. From review the event goes back to judging.
  public func reopen(
    _ round: Round, because reason: String, in event: StoredEvent, _ unit: UnitOfWork
  ) throws -> Change {
    let outcome = try judging.reopen(round, because: reason, of: event.id, in: unit)
    return Change(outcome: outcome, phase: try follow(event, because: reason, in: unit))
  }

  /// Makes the final that a round's newest result recommends.
  /// - Parameter count: Takes the best of this number instead; then a clear winner is no reason against it.
  public func makeFinal(
    _ key: Slug, from earlier: Round, top count: Int?, in event: StoredEvent, _ unit: UnitOfWork
  ) throws -> JudgingService.MadeFinal {
    guard earlier.state == .closed || earlier.state == .frozen else {
      throw RoundError.notClosed(earlier.key.text, earlier.state)
    }
    let finalists = try results.finalists(of: earlier.id, top: count, event: event.id, in: unit)
    guard !finalists.isClear else { throw FinalError.clearWinner(round: earlier.key.text) }
    guard finalists.teams.count > 1 else { throw FinalError.tooFew(finalists.teams.count) }
    return try judging.makeFinal(key, of: finalists.teams, from: earlier, in: event.id, unit)
  }

  /// The phase is judging while a round is open, and review when all are closed.
  private func follow(_ event: StoredEvent, because reason: String, in unit: UnitOfWork) throws -> Phase? {
    let states = try judging.roundsInFull(of: event.id, in: unit).map(\.round.state)
    if states.contains(.open) {
      if event.phase == .review {
        _ = try events.set(.judging, of: event.id, because: reason, in: unit)
        return .judging
      }
      return try events.follow(to: .judging, of: event.id, because: reason, in: unit) ? .judging : nil
    }
    guard !states.contains(.planned), event.phase >= .judging else { return nil }
    return try events.follow(to: .review, of: event.id, because: reason, in: unit) ? .review : nil
  }
}

/// Why no final is made.
public enum FinalError: ExplainedError, Equatable {
  case clearWinner(round: String)
  case tooFew(Int)

  public var explanation: Explanation {
    switch self {
    case .clearWinner(let round):
      Explanation(
        .refused, code: "clear-winner", "The scores of round \(quoted(round)) settle who won, so no final is needed.",
        hint: "To hold one all the same, say how many meet: \(run: "round final --from \(round) --top 3")")
    case .tooFew(let count):
      Explanation(
        .refused, code: "too-few-finalists", "A final takes 2 teams at least, but the result gives \(count).",
        hint: "Say how many of the best meet: --top 3")
    }
  }
}
