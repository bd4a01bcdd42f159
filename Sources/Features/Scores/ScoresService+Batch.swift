import Audit
public import Postgres
public import Vocabulary

/// Many sheets at once.
extension ScoresService {
  /// What became of a batch.
  public struct BatchResult: Sendable {
    /// How many sheets came to what, or would have.
    public fileprivate(set) var outcomes: [Outcome: Int] = [:]
    /// Sheets that cannot be saved, by the row where the first of their scores stands; any of them, and nothing was saved.
    public fileprivate(set) var refusals: [Refusal] = []

    public struct Refusal: Sendable {
      public let row: Int
      public let line: Int
      public let error: ScoreError
    }
  }

  /// An empty batch for a round's scores.
  public func batch(by form: ScoringForm, of event: EventID, in snapshot: Snapshot) throws -> ScoreBatch {
    try ScoreBatch(by: form, SheetBatchStore(event, form).roster(in: snapshot))
  }

  /// Saves all sheets of a batch, or none.
  ///
  /// What a batch says nothing of stays as it is. A sheet with every required criterion is ready; any other is a draft.
  /// Judges, sheets and the round stay locked until the unit ends, so what is refused is known before anything is written.
  /// - Parameters:
  ///   - reason: Why ready sheets are changed, where any is.
  ///   - isRehearsal: Whether to look only.
  public func save(
    _ batch: ScoreBatch, because reason: String? = nil, isRehearsal: Bool = false, of event: EventID,
    in unit: UnitOfWork
  ) throws -> BatchResult {
    let reason = try reason.map(reasonGiven)
    if unit.principal.role == .judge { throw ScoreError.batchByJudge }
    let store = SheetBatchStore(event, batch.form, reason: reason)
    try store.prepare(in: unit)
    guard try store.lockRound(in: unit) else { throw ScoreError.roundNotOpen }
    try store.stage(batch, in: unit)
    try store.lockSheets(in: unit)
    try store.compare(in: unit)
    var result = BatchResult()
    result.outcomes = try store.outcomes(in: unit)
    result.refusals = try store.refusals(in: unit)
    guard !isRehearsal, result.refusals.isEmpty else { return result }
    try namingWhoWasFaster {
      try store.writeSheets(in: unit)
      try store.writeScores(in: unit)
      try store.writeRevisions(in: unit)
    }
    try log(batch, by: store, of: event, in: unit)
    return result
  }

  private func log(_ batch: ScoreBatch, by store: SheetBatchStore, of event: EventID, in unit: UnitOfWork) throws {
    try audit.openBatch(in: unit)
    for (outcome, action) in [(Outcome.created, "created"), (.updated, "updated")] {
      try store.fillLog(with: outcome, in: unit)
      try audit.logBatch(action, "sheet", isPersonal: false, of: event, in: unit)
      guard batch.hasWords else { continue }
      try store.fillLogOfWords(with: outcome, in: unit)
      try audit.logBatch(action, "sheet", isPersonal: true, of: event, in: unit)
    }
  }

  /// A sheet that somebody began, or an assignment that somebody took away, between the look and the write.
  private func namingWhoWasFaster(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as PostgresError where error.constraint.map(SheetBatchStore.isRuleOfSheets) == true {
      throw ScoreError.overtaken
    }
  }
}
