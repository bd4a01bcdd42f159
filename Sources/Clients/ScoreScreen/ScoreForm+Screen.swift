public import Terminal
import Vocabulary

/// What the form looks like.
extension ScoreForm {
  /// The picture for a terminal of this size, at least 20 by 8; what does not fit is left out around the place where the
  /// judge is.
  public func screen(columns: Int, rows: Int) -> Screen {
    let page = FormPage(columns: max(20, columns), rows: max(8, rows))
    if isHelping {
      return page.show(head: [words.keysTitle], words.help.map { FormPage.Line($0) }, foot: [words.anyKeyGoesBack])
    }
    return switch place {
    case .teams: page.show(head: [title], teamLines, foot: footer(words.teamsHint))
    case .field(let field):
      page.show(
        head: sheetHead, sheetLines(field, page),
        foot: footer(field < questions.count ? words.pointsHint : words.textHint))
    case .review: page.show(head: sheetHead, reviewLines, foot: footer(words.reviewHint))
    case .recusal:
      page.show(
        head: sheetHead, [FormPage.Line(words.whyNot), FormPage.Line("> ", editor: editor)],
        foot: footer(words.recusalHint))
    case .conflict(let theirs, let mine, _):
      page.show(head: sheetHead, conflictLines(theirs, mine), foot: footer(words.conflictHint))
    }
  }

  private var title: String { "\(event) · \(judge)" }

  private var sheetHead: [String] {
    ["\(title) · \(words.team(team + 1, of: teams.count, current.name))"] + (current.brief.isEmpty ? [] : [""])
  }

  private func footer(_ hint: String) -> [String] {
    let said: String? =
      switch message {
      case .saved(let time): words.saved(time)
      case .note(let text): text
      case .fault(let text): "! " + text
      case .abandon(let text): "! \(words.notSaved(text)) \(words.onceMore)"
      case nil: nil
      }
    return [said ?? progress, hint]
  }

  private var progress: String {
    guard place != .teams else {
      let left = teams.count { $0.status == .draft }
      return left == 0 ? words.allDone : words.left(left, of: teams.count)
    }
    let answered = questions.count { current.answers.points[$0.key] != nil }
    return "\(statusWord(current)) · \(words.answered(answered, of: questions.count))"
      + (current.status == .draft ? " · \(words.nothingIsFinal)" : "")
  }

  private func statusWord(_ team: JudgedTeam) -> String {
    switch team.status {
    case .draft: words.draft
    case .ready: words.ready
    case .recused: words.recused
    }
  }

  private var teamLines: [FormPage.Line] {
    if teams.isEmpty { return [FormPage.Line(words.noTeam)] }
    return teams.enumerated().map { index, team in
      let answered = questions.count { team.answers.points[$0.key] != nil }
      let status = team.status == .draft ? words.answered(answered, of: questions.count) : statusWord(team).lowercased()
      return FormPage.Line("\(index == self.team ? ">" : " ") \(team.name) · \(status)", isFocus: index == self.team)
    }
  }

  private func sheetLines(_ field: Int, _ page: FormPage) -> [FormPage.Line] {
    var lines = current.brief.map { FormPage.Line("\($0.label): \($0.text)") }
    if !lines.isEmpty { lines.append(FormPage.Line("")) }
    for (index, question) in questions.enumerated() {
      lines += index == field ? focused(question) : [FormPage.Line("  " + summary(question))]
    }
    let (saved, now) = (current.answers, unsaved ?? current.answers)
    let texts = [
      (words.comment + mark(saved.comment != now.comment), now.comment),
      (words.feedback + mark(saved.feedback != now.feedback), now.feedback),
    ]
    for (offset, (label, text)) in texts.enumerated() {
      let isHere = field == questions.count + offset
      lines.append(FormPage.Line("\(isHere ? ">" : " ") \(label)", isFocus: isHere))
      if isHere {
        lines.append(FormPage.Line("  ", editor: editor))
      } else if !text.isEmpty {
        lines.append(FormPage.Line("  " + text))
      }
    }
    return lines
  }

  private func summary(_ question: ScoreQuestion) -> String {
    let (saved, now) = (current.answers.points[question.key], (unsaved ?? current.answers).points[question.key])
    let points = now?.description ?? (question.isRequired ? "…" : "–")
    return "\(question.title) (\(question.share), \(question.range)): \(points)" + mark(saved != now)
  }

  private func mark(_ isWaiting: Bool) -> String { isWaiting ? " \(words.unsavedMark)" : "" }

  private func focused(_ question: ScoreQuestion) -> [FormPage.Line] {
    [FormPage.Line("> \(question.title) (\(question.share), \(question.range)): ", isFocus: true, editor: editor)]
      + (question.description.map { [FormPage.Line("    " + $0)] } ?? [])
      + question.levels.map { FormPage.Line("    \($0.points)  \($0.text)") }
  }

  private var reviewLines: [FormPage.Line] {
    questions.map { FormPage.Line("  " + summary($0)) } + [
      FormPage.Line("  " + words.commentLine(textOrNone(current.answers.comment))),
      FormPage.Line("  " + words.feedbackLine(textOrNone(current.answers.feedback))),
      FormPage.Line(""), FormPage.Line(verdict), FormPage.Line(""),
    ] + lines(of: actions.map { $0.words(words) }, choice ?? 0)
  }

  /// Choices, one of which may have the focus.
  private func lines(of choices: [String], _ choice: Int?) -> [FormPage.Line] {
    choices.enumerated().map { FormPage.Line("\($0 == choice ? ">" : " ") \($1)", isFocus: $0 == choice) }
  }

  private var verdict: String {
    switch current.status {
    case .ready: words.isReady
    case .recused: words.isRecused
    case .draft:
      if let missing = current.missing(questions).first {
        words.stillMissing(missing.title)
      } else {
        words.complete
      }
    }
  }

  private func textOrNone(_ text: String) -> String { text.isEmpty ? words.none : text }

  /// Only what differs, both ways.
  private func conflictLines(_ theirs: JudgedTeam, _ mine: JudgedTeam.Answers) -> [FormPage.Line] {
    func pair(_ title: String, _ mine: String, _ theirs: String) -> FormPage.Line? {
      mine == theirs ? nil : FormPage.Line("  " + words.difference(title, yours: mine, theirs: theirs))
    }
    let points = questions.map { question in
      pair(
        question.title, mine.points[question.key]?.description ?? words.none,
        theirs.answers.points[question.key]?.description ?? words.none)
    }
    let texts = [
      pair(words.comment, quoted(mine.comment), quoted(theirs.answers.comment)),
      pair(words.feedback, quoted(mine.feedback), quoted(theirs.answers.feedback)),
    ]
    return [
      FormPage.Line(words.changedMeanwhile)
    ]
      + (points + texts).compactMap { $0 } + [FormPage.Line("")]
      + lines(of: [words.keepMine, words.keepTheirs], choice)
  }
}
