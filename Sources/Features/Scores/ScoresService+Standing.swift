import Audit
public import Postgres
public import Vocabulary

/// What takes a sheet out of the judge's hands, and back.
extension ScoresService {
  /// Keeps a judge from scoring a team: the scores given so far count no more, and stay in the history.
  public func recuse(
    _ judge: String, _ team: String, reason: String, by form: ScoringForm, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let reason = try reasonGiven(reason)
    let sheetKey = try sheetKey(of: judge, team, in: form.round, event, unit)
    try refuseOthers(sheetKey, unit)
    let old = try store.locked(sheetKey, in: unit)
    if old?.sheet.status == .recused { return .unchanged }
    if old?.sheet.status == .ready, unit.principal.role == .judge { throw ScoreError.settled(judge: judge, team: team) }
    let sheet = Sheet(judge: judge, team: team, points: [:], status: .recused)
    try keep(sheet, after: old, at: sheetKey, by: form, reason: reason, in: unit)
    try audit.did(
      "recused", "sheet", sheetKey.auditKey, from: auditFields(old?.sheet, by: form),
      auditFields(sheet, by: form) + [AuditField("reason", reason, isPersonal: true)] + forJudge(sheetKey, unit),
      of: event, in: unit)
    return old == nil ? .created : .updated
  }

  /// Makes a ready or recused sheet a draft again, with the scores that it had last.
  public func reopen(
    _ judge: String, _ team: String, reason: String, by form: ScoringForm, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let reason = try reasonGiven(reason)
    let sheetKey = try sheetKey(of: judge, team, in: form.round, event, unit)
    try refuseOthers(sheetKey, unit)
    guard let old = try store.locked(sheetKey, in: unit) else { throw ScoreError.noSheet(judge: judge, team: team) }
    guard old.sheet.status != .draft else { return .unchanged }
    var sheet = old.sheet
    if sheet.status == .recused, let last = try SheetListStore().lastScored(sheetKey, in: unit) {
      (sheet.points, sheet.comment, sheet.feedback) = (last.points, last.comment, last.feedback)
    }
    sheet.status = .draft
    try keep(sheet, after: old, at: sheetKey, by: form, reason: reason, in: unit)
    try audit.did(
      "reopened", "sheet", sheetKey.auditKey, from: [AuditField("status", old.sheet.status.rawValue)],
      [AuditField("status", sheet.status.rawValue), AuditField("reason", reason, isPersonal: true)], of: event, in: unit
    )
    return .updated
  }

  /// Says that a ready sheet holds what the judge meant; only somebody else than who saved it can.
  public func confirm(
    _ judge: String, _ team: String, by form: ScoringForm, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let sheetKey = try sheetKey(of: judge, team, in: form.round, event, unit)
    try refuseOthers(sheetKey, unit)
    guard let stored = try store.locked(sheetKey, in: unit) else { throw ScoreError.noSheet(judge: judge, team: team) }
    guard stored.sheet.status == .ready else { throw ScoreError.notReady(judge: judge, team: team) }
    guard stored.confirmedBy == nil else { return .unchanged }
    do {
      try store.confirm(sheetKey, in: unit)
    } catch let error as PostgresError {
      switch error.constraint {
      case "sheet_confirmed_by_another": throw ScoreError.confirmedBySaver(judge: judge, team: team)
      case "round_is_open": throw ScoreError.roundNotOpen
      default: throw error
      }
    }
    try audit.did(
      "confirmed", "sheet", sheetKey.auditKey, [AuditField("revision", String(stored.revision))], of: event, in: unit)
    return .updated
  }

  func reasonGiven(_ text: String) throws -> String {
    let reason = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !reason.isEmpty else { throw ScoreError.noReason }
    try TextTooLong.check(reason, "reason", most: 500)
    return reason
  }
}
