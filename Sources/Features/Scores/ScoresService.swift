public import Audit
public import Postgres
public import Vocabulary

/// The sheets that judges fill in; every save is kept.
public struct ScoresService: Sendable {
  let audit: AuditLog
  let store = SheetStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// The criteria of a round, to save its sheets by.
  public func form(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> ScoringForm {
    try FormStore().form(of: round, event, in: snapshot)
  }

  /// Saves a sheet.
  ///
  /// The schema refuses it when the round is not open, or the judge is not assigned, in conflict or recused. A judge's own
  /// ready sheet stays as it is until an organiser reopens it.
  /// - Parameters:
  ///   - revision: The revision that the new values were made from; nil takes whatever is there.
  ///   - reason: Why an organiser changes a sheet, which a ready one needs.
  public func save(
    _ sheet: Sheet, madeFrom revision: Int? = nil, because reason: String? = nil, by form: ScoringForm,
    of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let reason = try reason.map(reasonGiven)
    let sheetKey = try sheetKey(of: sheet.judge, sheet.team, in: form.round, event, unit)
    try refuseOthers(sheetKey, unit)
    let old = try store.locked(sheetKey, in: unit)
    if old?.sheet == sheet { return .unchanged }
    if old?.sheet.status == .recused { throw ScoreError.recused(judge: sheet.judge, team: sheet.team) }
    try check(sheet, by: form)
    if let revision, revision != old?.revision ?? 0 {
      throw ScoreError.changedMeanwhile(judge: sheet.judge, team: sheet.team, revision: old?.revision ?? 0)
    }
    if old?.sheet.status == .ready, unit.principal.role == .judge {
      throw ScoreError.settled(judge: sheet.judge, team: sheet.team)
    }
    if old?.sheet.status == .ready, reason == nil {
      throw ScoreError.readyWithoutReason(judge: sheet.judge, team: sheet.team)
    }
    do {
      try keep(sheet, after: old, at: sheetKey, by: form, reason: reason, in: unit)
    } catch ScoreError.changedMeanwhile where old == nil {
      // Somebody began it at the same moment; the sheet is there and locked now.
      return try save(sheet, madeFrom: revision, because: reason, by: form, of: event, in: unit)
    }
    try audit.did(
      old == nil ? "created" : "updated", "sheet", sheetKey.auditKey, from: auditFields(old?.sheet, by: form),
      auditFields(sheet, by: form) + forJudge(sheetKey, unit)
        + [AuditField("reason", reason, isPersonal: true)].filter { _ in reason != nil }, of: event, in: unit)
    return old == nil ? .created : .updated
  }

  /// Writes the sheet and its revision, and says in words what the schema refuses.
  func keep(
    _ sheet: Sheet, after old: StoredSheet?, at sheetKey: SheetKey, by form: ScoringForm, reason: String? = nil,
    in unit: UnitOfWork
  ) throws {
    let revision = (old?.revision ?? 0) + 1
    do {
      if try store.save(sheet, revision: revision, at: sheetKey, by: form, reason: reason, in: unit) { return }
    } catch let error as PostgresError {
      throw refusal(error, of: sheet)
    }
    throw ScoreError.changedMeanwhile(judge: sheet.judge, team: sheet.team, revision: revision)
  }

  private func check(_ sheet: Sheet, by form: ScoringForm) throws {
    for (key, points) in sheet.points.sorted(by: { $0.key < $1.key }) {
      guard let question = form.questions.first(where: { $0.key == key }) else {
        throw ScoreError.unknownCriterion(key, known: form.questions.map(\.key))
      }
      if let fault = form.fault(of: points, for: question) { throw fault }
    }
    try TextTooLong.check(sheet.comment, "comment", most: Sheet.longestText)
    try TextTooLong.check(sheet.feedback, "feedback", most: Sheet.longestText)
    let missing = form.missing(in: sheet.points)
    guard sheet.status == .draft || missing.isEmpty else {
      throw ScoreError.incomplete(judge: sheet.judge, team: sheet.team, missing: missing)
    }
  }

  func sheetKey(
    of judge: String, _ team: String, in round: RoundID, _ event: EventID, _ unit: Snapshot
  ) throws -> SheetKey {
    let (judgeID, teamID) = try store.pair(judge, team, of: event, in: unit)
    guard let judgeID else {
      throw ScoreError.unknownJudge(
        judge, nearest: nearest(to: judge, among: try store.judgeCodes(of: event, in: unit)))
    }
    guard let teamID else {
      throw ScoreError.unknownTeam(team, nearest: nearest(to: team, among: try store.teamKeys(of: event, in: unit)))
    }
    return SheetKey(event: event, round: round, judge: judgeID, team: teamID, judgeCode: judge, teamKey: team)
  }

  /// A judge changes nothing of another's.
  func refuseOthers(_ sheetKey: SheetKey, _ unit: UnitOfWork) throws(ScoreError) {
    if unit.principal.role == .judge, unit.principal.name != sheetKey.judgeCode {
      throw .ofOtherJudge(sheetKey.judgeCode)
    }
  }

  /// That somebody else entered it for the judge.
  func forJudge(_ sheetKey: SheetKey, _ unit: UnitOfWork) -> [AuditField] {
    unit.principal.role == .judge ? [] : [AuditField("for judge", sheetKey.judgeCode)]
  }

  /// What the schema refused, in words.
  private func refusal(_ error: PostgresError, of sheet: Sheet) -> any Error {
    switch error.constraint {
    case "round_is_open": ScoreError.roundNotOpen
    case "judge_without_conflict": ScoreError.conflict(judge: sheet.judge, team: sheet.team)
    case "sheet_by_its_judge": ScoreError.ofOtherJudge(sheet.judge)
    case "sheet_is_assigned": ScoreError.notAssigned(judge: sheet.judge, team: sheet.team)
    case "sheet_recused_until_reopened": ScoreError.recused(judge: sheet.judge, team: sheet.team)
    case "ready_sheet_changed_with_reason": ScoreError.readyWithoutReason(judge: sheet.judge, team: sheet.team)
    default: error
    }
  }

  /// Points stand in the log; what judges write does so as hashes, since it speaks of people.
  func auditFields(_ sheet: Sheet?, by form: ScoringForm) -> [AuditField] {
    [AuditField("status", sheet?.status.rawValue)]
      + form.questions.map { AuditField($0.key, sheet?.points[$0.key]?.description) }
      + [
        AuditField("comment", sheet.flatMap { $0.comment.isEmpty ? nil : $0.comment }, isPersonal: true),
        AuditField("feedback", sheet.flatMap { $0.feedback.isEmpty ? nil : $0.feedback }, isPersonal: true),
      ]
  }
}
