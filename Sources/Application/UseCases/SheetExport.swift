public import Postgres
public import ScoreSheetFiles
public import Scores
import Teams
public import Vocabulary

/// Hands out judges' sheets for work without a network.
public struct SheetExport: Sendable {
  private let scores: ScoresService

  public init(scores: ScoresService) { self.scores = scores }

  /// A judge's sheet with everything that is saved so far; nil when the judge has no team to score.
  /// - Parameters:
  ///   - event: The event's slug, which the sheet names.
  ///   - language: The language of the criteria, where they have it.
  public func sheet(
    of judge: String, by form: ScoringForm, event: Slug, _ id: EventID, in language: Language?, _ snapshot: Snapshot
  ) throws -> OfflineSheet? {
    let tasks = try scores.tasks(of: judge, in: form.round, id, in: snapshot)
    guard !tasks.isEmpty else { return nil }
    let stored = Dictionary(
      uniqueKeysWithValues: try scores.sheets(in: form.round, of: id, judge: judge, in: snapshot).map {
        ($0.sheet.team, $0)
      })
    var sheet = OfflineSheet(
      origin: form.origin(of: judge, event: event), issued: try scores.minuteNow(in: snapshot),
      criteria: form.questions.map { criterion($0, form, language) },
      teams: tasks.map { TeamSheet($0, stored[$0.team]) })
    sheet.language = language ?? .english
    sheet.projects = Dictionary(uniqueKeysWithValues: tasks.map { ($0.team, project($0, language)) })
    return sheet
  }

  private func project(_ task: SheetTask, _ language: Language?) -> OfflineSheet.Project {
    OfflineSheet.Project(
      title: task.title?.text(preferring: language) ?? "", summary: task.summary?.text(preferring: language) ?? "",
      links: [task.url, task.videoURL].compactMap { $0 } + task.links,
      place: TeamPlace(table: task.table, room: task.room).text)
  }

  private func criterion(
    _ question: ScoringForm.Question, _ form: ScoringForm, _ language: Language?
  ) -> OfflineSheet.Criterion {
    OfflineSheet.Criterion(
      key: question.key, title: question.title.text(preferring: language), share: "\(form.share(of: question)) %",
      scale: question.scale, step: question.step.thousandths == 1 ? nil : question.step,
      levels: question.levels.reversed().map { "\($0.points): \($0.text.text(preferring: language))" })
  }
}

extension ScoringForm {
  /// What a sheet of this form says it is.
  func origin(of judge: String, event: Slug) -> SheetOrigin {
    SheetOrigin(event: event.text, round: roundKey.text, judge: judge, rubric: "\(rubricKey)-\(rubricVersion)")
  }
}

extension TeamSheet {
  init(_ task: SheetTask, _ stored: StoredSheet?) {
    self.init(
      team: task.team, name: task.name, revision: stored?.revision ?? 0,
      status: stored.flatMap { Status(rawValue: $0.sheet.status.rawValue) } ?? .draft,
      points: stored?.sheet.points ?? [:],
      comment: stored?.recusalReason ?? stored?.sheet.comment ?? "", feedback: stored?.sheet.feedback ?? "")
  }

  /// Whether this says what a save said.
  func says(_ points: [String: Points], _ status: Sheet.Status, _ comment: String, _ feedback: String) -> Bool {
    self.points == points && self.status.rawValue == status.rawValue && self.comment == comment
      && self.feedback == feedback
  }
}
