import Files
import ScoreScreen
import Scores
import Terminal
import Vocabulary

/// A judge who is asked line by line.
struct ScoreLinePrompt {
  private let entry: ScoreEntry
  private let questions: [ScoreQuestion]
  private var teams: [JudgedTeam]
  private let event: String

  /// What a line asks for that is no answer.
  private enum Way: Error {
    case back
    case nextTeam
    case end
    case recuse
  }

  init(_ entry: ScoreEntry, _ contents: ScoreEntry.Contents) {
    self.entry = entry
    questions = contents.questions
    teams = contents.teams
    event = contents.event
  }

  /// Asks about one team after the other until all are done or the judge ends it.
  consuming func run(from first: Int?) async throws {
    say(words.opening(event, entry.judge))
    say(words.letters)
    let start = first ?? teams.firstIndex { $0.status == .draft } ?? 0
    for index in teams.indices.map({ (start + $0) % teams.count }) where teams[index].status == .draft || index == first
    {
      do {
        try await ask(about: index)
      } catch Way.nextTeam {
        continue
      } catch Way.end {
        break
      }
    }
    let left = teams.count { $0.status == .draft }
    say(left == 0 ? words.everythingDone : words.left(left, of: teams.count))
  }

  private mutating func ask(about index: Int) async throws {
    let team = teams[index]
    say("\n" + words.teamTitle(index + 1, of: teams.count, team.name))
    for detail in team.brief { say("\(detail.label): \(detail.text)") }
    guard team.status == .draft else {
      return say(team.status == .ready ? words.isReady : words.isRecused)
    }
    var field = 0
    while field < questions.count + 2 {
      do {
        try await ask(field, index)
        field += 1
      } catch Way.back {
        field = max(0, field - 1)
      } catch Way.recuse {
        return try await recuse(index)
      }
    }
    try await finish(index)
  }

  private mutating func ask(_ field: Int, _ index: Int) async throws {
    var answers = teams[index].answers
    guard field < questions.count else {
      let isComment = field == questions.count
      let now = isComment ? answers.comment : answers.feedback
      let text = try answer(isComment ? words.comment : words.feedback, now)
      guard let text else { return }
      if isComment { answers.comment = text } else { answers.feedback = text }
      return try await save(answers, index, isReady: false)
    }
    let question = questions[field]
    say("\n" + words.share(question.title, question.share, question.range))
    if let description = question.description { say(description) }
    for level in question.levels { say("  \(level.points): \(level.text)") }
    while true {
      let line = try answer(question.title, answers.points[question.key]?.description ?? "")
      guard let line else { return }
      do {
        answers.points[question.key] = try question.answer(line)
        return try await save(answers, index, isReady: false)
      } catch let error as ScoreAnswerError {
        say(error.sentence(in: words))
      }
    }
  }

  private mutating func finish(_ index: Int) async throws {
    if let missing = teams[index].missing(questions).first {
      return say(words.staysDraft(missing.title))
    }
    guard try answer(words.askReady, "") == "y" else { return }
    try await save(teams[index].answers, index, isReady: true)
  }

  private mutating func recuse(_ index: Int) async throws {
    guard let reason = try answer(words.whyNot, "") else { return }
    take(await entry.recuse(from: teams[index], reason: reason), index)
  }

  private mutating func save(_ answers: JudgedTeam.Answers, _ index: Int, isReady: Bool) async throws {
    guard answers != teams[index].answers || isReady else { return }
    while true {
      let saved = await entry.save(answers, of: teams[index], isReady: isReady)
      guard case .lost(_, let sentence) = saved else {
        let base = teams[index].answers
        take(saved, index)
        guard case .changed(let theirs, let mine, _) = saved else { return }
        let merged = theirs.answers.changed(as: mine, from: base)
        guard merged != theirs.answers, try answer(words.askWhichStay, "") == "m" else { return }
        return try await save(merged, index, isReady: isReady)
      }
      guard try answer(words.askAgain(sentence), "") == nil else { throw Way.end }
    }
  }

  private mutating func take(_ saved: ScoreForm.Saved, _ index: Int) {
    switch saved {
    case .saved(let answers, let isReady, let revision, let time):
      teams[index].answers = answers
      teams[index].revision = revision
      if isReady { teams[index].status = .ready }
      say(isReady ? words.readySaved(time) : words.savedLine(time))
    case .changed(let theirs, let mine, _):
      let merged = theirs.answers.changed(as: mine, from: teams[index].answers)
      teams[index] = theirs
      say(words.changedLine)
      for question in questions where merged.points[question.key] != theirs.answers.points[question.key] {
        let (yours, others) = (merged.points[question.key], theirs.answers.points[question.key])
        say(
          words.difference(
            question.title, yours: yours?.description ?? words.none, theirs: others?.description ?? words.none))
      }
    case .recused:
      teams[index].status = .recused
      say(words.notScored(teams[index].name))
    case .refused(let sentence): say(sentence)
    case .lost(_, let sentence): say(words.notSaved(sentence))
    }
  }

  /// The answer to a question; nil keeps what is there.
  /// - Throws: `Way` when the line asks for something else, or nothing comes any more.
  private func answer(_ question: String, _ now: String) throws -> String? {
    let mark = question.hasSuffix("?") ? "" : ":"
    Console.ask(question + (now.isEmpty ? mark : " [\(onOneLine(now))]" + mark))
    guard let line = try StandardInput.line() else {
      say("")
      throw Way.end
    }
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch text {
    case "": return nil
    case "b": throw Way.back
    case "s": throw Way.nextTeam
    case "q": throw Way.end
    case "r": throw Way.recuse
    default: return text
    }
  }

  private var words: any FormWording { entry.spoken.formWording }

  private func say(_ text: String) { Console.say(text) }
}
