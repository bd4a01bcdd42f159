import Audit
public import Postgres
public import Vocabulary

/// Freezing: nothing of a round changes any more, so that its result can be approved.
extension JudgingService {
  /// What is in the way of freezing a round: all that is in the way of closing it, conflicts that nobody decided, and
  /// drafts, which do not count.
  public func freezeFindings(in round: Round, of event: EventID, _ snapshot: Snapshot) throws -> [CoverageFinding] {
    try coverage.thinTeams(in: round.id, countsDeclared: false, of: event, in: snapshot)
      + coverage.conflicts(in: round.id, of: event, in: snapshot)
      + coverage.unconfirmed(in: round.id, of: event, in: snapshot)
      + coverage.drafts(in: round.id, of: event, in: snapshot)
  }

  /// Freezes a closed round when nothing is in the way, and ties the log's chains together.
  /// - Parameter reason: Why it is frozen although something is in the way.
  /// - Throws: `RoundError.notFreezable` with everything that is.
  public func freeze(
    _ round: Round, despite reason: String? = nil, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let key = round.key.text
    let state = try rounds.lockedState(of: round.id, event, in: unit)
    if state == .frozen { return .unchanged }
    guard state == .closed else { throw RoundError.notYetClosed(key, state) }
    try audit.requireRecorded(of: event, in: unit)
    _ = try findConflicts(of: event, in: unit)
    let findings = try freezeFindings(in: round, of: event, unit)
    guard findings.isEmpty || reason != nil else { throw RoundError.notFreezable(round: key, by: findings) }
    try rounds.update(round.id, round.rubric, .frozen, of: event, in: unit)
    let fields = findings.isEmpty ? [] : [AuditField("open findings", findings.count), AuditField("reason", reason)]
    try audit.did("froze", "round", key, fields, of: event, in: unit)
    _ = try audit.seal(event, because: "the round \(key) was frozen", in: unit)
    return .updated
  }

  /// Opens a frozen round, unless a result of it was approved.
  func thaw(_ round: Round, because reason: String, of event: EventID, in unit: UnitOfWork) throws {
    do {
      try rounds.update(round.id, round.rubric, .open, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "frozen_round_of_approved_result" {
      throw RoundError.approvedResult(round: round.key.text)
    }
    let fields = [AuditField("state before", Round.State.frozen.rawValue), AuditField("reason", reason)]
    try audit.did("reopened", "round", round.key.text, fields, of: event, in: unit)
    _ = try audit.seal(event, because: "the frozen round \(round.key.text) was reopened", in: unit)
  }
}
