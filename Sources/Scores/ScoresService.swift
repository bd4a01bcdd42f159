public import Audit
public import Competition
public import Postgres

/// The sheets that judges fill in; every save is kept.
public struct ScoresService: Sendable {
  private let audit: AuditLog
  private let store = ScoreStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// The criteria of a round, to save its sheets by.
  public func form(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> ScoringForm {
    try store.form(of: round, event, in: snapshot)
  }

  /// Saves a sheet.
  ///
  /// The schema refuses it when the round is not open, or the judge is not assigned or in conflict.
  /// - Parameter revision: The revision that the new values were made from; nil takes whatever is there.
  public func save(
    _ sheet: Sheet, madeFrom revision: Int? = nil, by form: ScoringForm, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    try check(sheet, by: form)
    let isJudge = unit.principal.role == .judge
    guard !isJudge || unit.principal.name == sheet.judge else { throw ScoreError.ofOtherJudge(sheet.judge) }
    let (judge, team) = try pair(sheet, of: event, in: unit)
    let place = ScoreStore.Place(event: event, round: form.round, judge: judge, team: team)
    let old = try store.locked(place, sheet, in: unit)
    if let revision, revision != old?.revision ?? 0 {
      throw ScoreError.changedMeanwhile(judge: sheet.judge, team: sheet.team, revision: old?.revision ?? 0)
    }
    if old?.sheet == sheet { return .unchanged }
    do {
      try store.save(sheet, revision: (old?.revision ?? 0) + 1, at: place, by: form, in: unit)
    } catch let error as PostgresError {
      throw refusal(error, of: sheet)
    }
    try audit.did(
      old == nil ? "created" : "updated", "sheet", "\(sheet.judge) \(sheet.team)",
      from: auditFields(old?.sheet, by: form),
      auditFields(sheet, by: form) + (isJudge ? [] : [AuditField("for judge", sheet.judge)]), of: event, in: unit)
    return old == nil ? .created : .updated
  }

  /// The round's sheets by judge and team.
  public func sheets(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [StoredSheet] {
    try store.sheets(in: round, of: event, in: snapshot)
  }

  /// The assignments of the round that have no ready sheet, by judge and team.
  public func missing(
    in round: RoundID, of event: EventID, in snapshot: Snapshot
  ) throws -> [(judge: String, team: String)] {
    try store.missing(in: round, of: event, in: snapshot)
  }

  private func check(_ sheet: Sheet, by form: ScoringForm) throws(ScoreError) {
    for (key, points) in sheet.points.sorted(by: { $0.key < $1.key }) {
      guard let question = form.questions.first(where: { $0.key == key }) else {
        throw .unknownCriterion(key, known: form.questions.map(\.key))
      }
      guard question.scale.contains(points) else {
        throw .outOfRange(criterion: key, given: points, allowed: question.scale)
      }
    }
    let missing = form.questions.map(\.key).filter { sheet.points[$0] == nil }
    guard sheet.status == .draft || missing.isEmpty else {
      throw .incomplete(judge: sheet.judge, team: sheet.team, missing: missing)
    }
  }

  private func pair(_ sheet: Sheet, of event: EventID, in unit: UnitOfWork) throws -> (JudgeID, TeamID) {
    let (judge, team) = try store.pair(sheet.judge, sheet.team, of: event, in: unit)
    guard let judge else {
      let known = try store.judgeCodes(of: event, in: unit)
      throw ScoreError.unknownJudge(sheet.judge, nearest: nearest(to: sheet.judge, among: known))
    }
    guard let team else {
      let known = try store.teamKeys(of: event, in: unit)
      throw ScoreError.unknownTeam(sheet.team, nearest: nearest(to: sheet.team, among: known))
    }
    return (judge, team)
  }

  /// What the schema refused, in words.
  private func refusal(_ error: PostgresError, of sheet: Sheet) -> any Error {
    switch error.constraint {
    case "round_is_open": ScoreError.roundNotOpen
    case "judge_without_conflict": ScoreError.conflict(judge: sheet.judge, team: sheet.team)
    case "sheet_by_its_judge": ScoreError.ofOtherJudge(sheet.judge)
    case "sheet_is_assigned": ScoreError.notAssigned(judge: sheet.judge, team: sheet.team)
    default: error
    }
  }

  private func auditFields(_ sheet: Sheet?, by form: ScoringForm) -> [AuditField] {
    [AuditField("status", sheet?.status.rawValue)]
      + form.questions.map { AuditField($0.key, sheet?.points[$0.key]?.description) }
  }
}
