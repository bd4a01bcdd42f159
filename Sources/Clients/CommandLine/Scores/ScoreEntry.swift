import Backend
import Events
import Judging
import Postgres
import ScoreScreen
import Scores
import Vocabulary

/// Where a judge's answers go: one unit of work for each, so that each stands as soon as it is given.
struct ScoreEntry: Sendable {
  let backend: Backend
  let judge: String
  let form: ScoringForm
  /// Why an organiser changes ready sheets.
  let reason: String?
  /// The language of the questions; nil takes the one that the event has.
  let language: Language?
  /// The language of everything else.
  let spoken: Language

  /// What a judge meets when the form opens.
  struct Contents: Sendable {
    let event: String
    let questions: [ScoreQuestion]
    let teams: [JudgedTeam]
    /// The team that was saved last.
    let last: Int?
  }

  /// Reads the judge's teams and sheets.
  func contents() async throws -> Contents {
    try await backend.read { event, snapshot in
      let tasks = try backend.scores.tasks(of: judge, in: form.round, event.id, in: snapshot)
      let sheets = try backend.scores.sheets(in: form.round, of: event.id, judge: judge, in: snapshot)
      let stored = Dictionary(uniqueKeysWithValues: sheets.map { ($0.sheet.team, $0) })
      let last = sheets.max { $0.savedAt < $1.savedAt }?.sheet.team
      return Contents(
        event: event.event.name.text(preferring: language), questions: form.questions.map(question),
        teams: tasks.map { team($0, stored[$0.team]) }, last: tasks.firstIndex { $0.team == last })
    }
  }

  /// Saves what a judge says of a team.
  /// - Parameter revision: The revision that the answers were made from.
  func save(_ answers: JudgedTeam.Answers, of team: JudgedTeam, isReady: Bool) async -> ScoreForm.Saved {
    let sheet = Sheet(
      judge: judge, team: team.key, points: answers.points, status: isReady ? .ready : .draft,
      comment: answers.comment, feedback: answers.feedback)
    do {
      let (revision, time) = try await backend.change { event, unit in
        let outcome = try backend.scores.save(
          sheet, madeFrom: team.revision, because: reason, by: form, of: event, in: unit)
        let time = try backend.scores.clock(of: event, in: unit)
        guard outcome == .unchanged else { return (team.revision + 1, time) }
        // Somebody saved the very same meanwhile.
        return (try current(of: team.key, event, unit)?.revision ?? team.revision, time)
      }
      return .saved(answers, isReady: isReady, revision: revision, time: time)
    } catch ScoreError.changedMeanwhile {
      return await changed(team, mine: answers, isReady: isReady)
    } catch {
      return fault(error, answers)
    }
  }

  func recuse(from team: JudgedTeam, reason: String) async -> ScoreForm.Saved {
    do {
      _ = try await backend.change { event, unit in
        try backend.scores.recuse(judge, team.key, reason: reason, by: form, of: event, in: unit)
      }
      return .recused
    } catch {
      return fault(error, team.answers)
    }
  }

  private func changed(_ team: JudgedTeam, mine: JudgedTeam.Answers, isReady: Bool) async -> ScoreForm.Saved {
    do {
      let stored = try await backend.read { try current(of: team.key, $0.id, $1) }
      var theirs = team
      theirs.read(stored)
      return .changed(theirs, mine: mine, isReady: isReady)
    } catch {
      return fault(error, mine)
    }
  }

  private func current(of team: String, _ event: EventID, _ snapshot: Snapshot) throws -> StoredSheet? {
    try backend.scores.sheets(in: form.round, of: event, judge: judge, in: snapshot).first { $0.sheet.team == team }
  }

  /// Whether an answer that was not kept can be tried again.
  private func fault(_ error: any Error, _ answers: JudgedTeam.Answers) -> ScoreForm.Saved {
    guard let explained = error as? any ExplainedError else { return .lost(answers, "The server could not be asked.") }
    let explanation = explained.explanation
    return [.unreachable, .busy].contains(explanation.kind)
      ? .lost(answers, explanation.message) : .refused(explanation.sentences.text)
  }

  private func question(_ question: ScoringForm.Question) -> ScoreQuestion {
    let description = question.description.text(preferring: language)
    return ScoreQuestion(
      key: question.key, title: question.title.text(preferring: language),
      description: description.isEmpty ? nil : description, share: "\(form.share(of: question)) %",
      scale: question.scale, step: question.step, isRequired: question.isRequired,
      levels: question.levels.map { .init(points: $0.points, text: $0.text.text(preferring: language)) })
  }

  private func team(_ task: SheetTask, _ stored: StoredSheet?) -> JudgedTeam {
    let words = spoken.formWording
    let brief = [
      (words.project, task.title?.text(preferring: language)),
      (words.inShort, task.summary?.text(preferring: language)),
      (words.look, task.url),
    ]
    var team = JudgedTeam(
      key: task.team, name: task.name,
      brief: brief.compactMap { label, text in text.flatMap { $0.isEmpty ? nil : JudgedTeam.Detail(label, $0) } })
    team.read(stored)
    return team
  }
}

extension JudgedTeam {
  /// Takes the sheet of the database.
  mutating func read(_ stored: StoredSheet?) {
    guard let stored else { return }
    answers = Answers(points: stored.sheet.points, comment: stored.sheet.comment, feedback: stored.sheet.feedback)
    revision = stored.revision
    status =
      switch stored.sheet.status {
      case .draft: .draft
      case .ready: .ready
      case .recused: .recused
      }
  }
}
