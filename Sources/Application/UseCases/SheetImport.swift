public import Postgres
public import ScoreSheetFiles
public import Scores
public import Vocabulary

/// Takes judges' sheets back that were filled in without a network.
///
/// What the judge did not touch changes nothing, whatever happened on the server meanwhile. What was changed on both sides
/// is a conflict, in which both values are shown and nothing is lost.
public struct SheetImport: Sendable {
  /// Whose values stay in a conflict.
  public enum ConflictRule: String, CaseIterable, Sendable {
    /// Nobody's: the file waits until somebody decides.
    case stop
    case sheet
    case server
  }

  private let scores: ScoresService

  public init(scores: ScoresService) { self.scores = scores }

  /// Takes one returned sheet; what cannot be taken is in the answer, and then the caller decides whether the rest stays.
  /// - Parameters:
  ///   - judge: The only judge whose sheets are accepted; nil accepts those of every judge.
  ///   - reason: Why ready sheets are changed, where any is.
  public func take(
    _ returned: ReturnedSheet, by form: ScoringForm, event: Slug, _ id: EventID, only judge: String?,
    conflicts rule: ConflictRule, because reason: String? = nil, in unit: UnitOfWork
  ) throws -> SheetReturn {
    var result = SheetReturn(judge: returned.origin.judge)
    if let fault = fault(of: returned, form, event, judge) {
      result.faults = [SheetFault(line: 1, fault)]
      return result
    }
    let stored = Dictionary(
      uniqueKeysWithValues: try scores.sheets(in: form.round, of: id, judge: result.judge, in: unit).map {
        ($0.sheet.team, $0)
      })
    for team in returned.teams where team.sheet.status != .absent {
      let faults = faults(of: team, by: form)
      guard faults.isEmpty else {
        result.faults += faults
        continue
      }
      do {
        // What the schema refuses of one team must not spoil what is found out about the others.
        try unit.savepoint { try take(team, stored[team.sheet.team], by: form, id, rule, reason, into: &result, unit) }
      } catch let error as any ExplainedError {
        let line = (error as? ScoreError)?.criterion.flatMap { team.lines[$0] } ?? team.line
        result.faults.append(SheetFault(line: line, error.explanation.message))
      }
    }
    if result.conflicts.isEmpty, result.faults.isEmpty {
      let teams = Set(returned.teams.map(\.sheet.team))
      result.drafts = try scores.sheets(in: form.round, of: id, judge: result.judge, in: unit).map(\.sheet)
        .filter { $0.status == .draft && !$0.points.isEmpty && teams.contains($0.team) }.map(\.team)
    }
    return result
  }

  /// Every answer that its criterion does not allow.
  private func faults(of team: ReturnedSheet.Team, by form: ScoringForm) -> [SheetFault] {
    form.questions.compactMap { question in
      guard let points = team.sheet.points[question.key], let fault = form.fault(of: points, for: question) else {
        return nil
      }
      return SheetFault(line: team.lines[question.key] ?? team.line, fault.explanation.message)
    }
  }

  /// Whether a file holds answers that were not imported: everything that differs from what went out.
  public func holdsAnswers(
    _ returned: ReturnedSheet, by form: ScoringForm, _ event: EventID, in snapshot: Snapshot
  ) throws -> Bool {
    let stored = Dictionary(
      uniqueKeysWithValues: try scores.sheets(in: form.round, of: event, judge: returned.origin.judge, in: snapshot)
        .map { ($0.sheet.team, $0) })
    return try returned.teams.contains { team in
      guard team.sheet.status != .absent else { return true }
      return try !isUntouched(team.sheet, stored[team.sheet.team], of: returned.origin.judge, form, event, snapshot)
    }
  }

  /// Why nothing of a sheet can be taken.
  private func fault(of returned: ReturnedSheet, _ form: ScoringForm, _ event: Slug, _ judge: String?) -> String? {
    let origin = returned.origin
    if let judge, origin.judge != judge { return "This is the sheet of \(origin.judge), and you are \(judge)." }
    if origin.event != event.text {
      return "The sheet belongs to event \(quoted(origin.event)), and this is \(quoted(event.text))."
    }
    let expected = form.origin(of: origin.judge, event: event)
    if origin.round != expected.round {
      return "The sheet belongs to round \(quoted(origin.round)), and this is \(quoted(expected.round))."
    }
    return origin.rubric == expected.rubric
      ? nil
      : "The sheet was made for rubric \(quoted(origin.rubric)), and the round goes by \(quoted(expected.rubric)). Export it anew."
  }

  private func take(
    _ returned: ReturnedSheet.Team, _ stored: StoredSheet?, by form: ScoringForm, _ event: EventID,
    _ rule: ConflictRule, _ reason: String?,
    into result: inout SheetReturn, _ unit: UnitOfWork
  ) throws {
    let sheet = returned.sheet
    guard try !isUntouched(sheet, stored, of: result.judge, form, event, unit) else {
      result.counts[.unchanged, default: 0] += 1
      return
    }
    if let stored, stored.revision != sheet.revision {
      result.conflicts += rule == .stop ? [SheetConflict(returned, stored, form)] : []
      if rule != .sheet {
        result.counts[.unchanged, default: 0] += rule == .server ? 1 : 0
        return
      }
    }
    let outcome = try save(
      sheet, madeFrom: stored?.revision ?? 0, because: reason, of: result.judge, by: form, event, unit)
    result.counts[outcome, default: 0] += 1
  }

  /// Whether the judge left the sheet as it went out, or it has the answers that are saved already.
  private func isUntouched(
    _ sheet: TeamSheet, _ stored: StoredSheet?, of judge: String, _ form: ScoringForm, _ event: EventID,
    _ snapshot: Snapshot
  ) throws -> Bool {
    guard let stored else { return sheet.says([:], .draft, "", "") }
    let now = stored.sheet
    if sheet.says(now.points, now.status, stored.recusalReason ?? now.comment, now.feedback) { return true }
    guard stored.revision != sheet.revision else { return false }
    guard sheet.revision > 0 else { return sheet.says([:], .draft, "", "") }
    let issued = try scores.history(of: judge, sheet.team, in: form.round, event, in: snapshot)
      .first { $0.revision == sheet.revision }
    return issued.map {
      sheet.says($0.points, $0.status, $0.status == .recused ? $0.reason ?? "" : $0.comment, $0.feedback)
    } ?? false
  }

  private func save(
    _ sheet: TeamSheet, madeFrom revision: Int, because reason: String?, of judge: String, by form: ScoringForm,
    _ event: EventID, _ unit: UnitOfWork
  ) throws -> Outcome {
    guard sheet.status != .recused else {
      return try scores.recuse(judge, sheet.team, reason: sheet.comment, by: form, of: event, in: unit)
    }
    return try scores.save(
      Sheet(
        judge: judge, team: sheet.team, points: sheet.points, status: sheet.status == .ready ? .ready : .draft,
        comment: sheet.comment, feedback: sheet.feedback),
      madeFrom: revision, because: reason, by: form, of: event, in: unit)
  }
}
