public import Terminal
import Vocabulary

/// What the form looks like.
extension ScoreForm {
  /// The picture for a terminal of this size, at least 20 by 8; what does not fit is left out around the place where the
  /// judge is.
  public func screen(columns: Int, rows: Int) -> Screen {
    let page = FormPage(columns: max(20, columns), rows: max(8, rows))
    if isHelping {
      return page.show(head: ["What the keys do"], Self.help.map { FormPage.Line($0) }, foot: ["Any key goes back"])
    }
    return switch place {
    case .teams: page.show(head: [title], teamLines, foot: footer("Enter open · ↑ ↓ choose · ? help · q quit"))
    case .field(let field): page.show(head: sheetHead, sheetLines(field, page), foot: footer(hint(field)))
    case .review: page.show(head: sheetHead, reviewLines, foot: footer(reviewHint))
    case .recusal:
      page.show(
        head: sheetHead, [FormPage.Line("Why do you not score this team? "), FormPage.Line("> ", editor: editor)],
        foot: footer("Enter do not score it · Esc back"))
    case .conflict(let theirs, let mine, _):
      page.show(head: sheetHead, conflictLines(theirs, mine), foot: footer("↑ ↓ choose · Enter take it"))
    }
  }

  private var title: String { "\(event) · \(judge)" }

  private var sheetHead: [String] {
    ["\(title) · team \(team + 1) of \(teams.count): \(current.name)"] + (current.brief.isEmpty ? [] : [""])
  }

  private func footer(_ hint: String) -> [String] {
    let words: String? =
      switch message {
      case .saved(let time): "Saved \(time)"
      case .note(let text): text
      case .fault(let text): "! " + text
      case .abandon(let text): "! NOT SAVED: \(text) Ctrl-C once more quits without it."
      case nil: nil
      }
    return [words ?? progress, hint]
  }

  private var progress: String {
    guard place != .teams else {
      let left = teams.count { $0.status == .draft }
      return left == 0 ? "Nothing is left to do. Thank you." : "\(left) of \(teams.count) teams left."
    }
    let answered = questions.count { current.answers.points[$0.key] != nil }
    return "\(statusWord(current)) · \(answered) of \(questions.count) criteria"
      + (current.status == .draft ? " · nothing is final until you say ready in the review" : "")
  }

  private func statusWord(_ team: JudgedTeam) -> String {
    switch team.status {
    case .draft: "Draft"
    case .ready: "Ready"
    case .recused: "Not scored by you"
    }
  }

  private var teamLines: [FormPage.Line] {
    if teams.isEmpty { return [FormPage.Line("You have no team to score yet.")] }
    return teams.enumerated().map { index, team in
      let answered = questions.count { team.answers.points[$0.key] != nil }
      let status = team.status == .draft ? "\(answered) of \(questions.count)" : statusWord(team).lowercased()
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
      ("Comment for the organisers only" + mark(saved.comment != now.comment), now.comment),
      ("Feedback for the team" + mark(saved.feedback != now.feedback), now.feedback),
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

  private func mark(_ isWaiting: Bool) -> String { isWaiting ? " (not saved)" : "" }

  private func focused(_ question: ScoreQuestion) -> [FormPage.Line] {
    [FormPage.Line("> \(question.title) (\(question.share), \(question.range)): ", isFocus: true, editor: editor)]
      + (question.description.map { [FormPage.Line("    " + $0)] } ?? [])
      + question.levels.map { FormPage.Line("    \($0.points)  \($0.text)") }
  }

  private func hint(_ field: Int) -> String {
    field < questions.count
      ? "Enter next · ↑ ↓ move · Esc what else · Ctrl-C quit"
      : "Enter next · Esc what else · Ctrl-O editor · Ctrl-C quit"
  }

  private var reviewLines: [FormPage.Line] {
    questions.map { FormPage.Line("  " + summary($0)) } + [
      FormPage.Line("  Comment: " + (current.answers.comment.isEmpty ? "none" : current.answers.comment)),
      FormPage.Line("  Feedback: " + (current.answers.feedback.isEmpty ? "none" : current.answers.feedback)),
      FormPage.Line(""), FormPage.Line(verdict), FormPage.Line(""),
    ] + lines(of: actions.map(\.words), choice ?? 0)
  }

  /// Choices, one of which may have the focus.
  private func lines(of choices: [String], _ choice: Int?) -> [FormPage.Line] {
    choices.enumerated().map { FormPage.Line("\($0 == choice ? ">" : " ") \($1)", isFocus: $0 == choice) }
  }

  private var verdict: String {
    switch current.status {
    case .ready: "This sheet is ready. An organiser can reopen it."
    case .recused: "You do not score this team."
    case .draft:
      if let missing = current.missing(questions).first {
        "\(missing.title) has no score yet, so the sheet cannot be ready."
      } else {
        "Every criterion has its score. Once the sheet is ready, only an organiser can reopen it."
      }
    }
  }

  private var reviewHint: String { "↑ ↓ choose · Enter take it · Esc teams · Ctrl-C quit" }

  /// Only what differs, both ways.
  private func conflictLines(_ theirs: JudgedTeam, _ mine: JudgedTeam.Answers) -> [FormPage.Line] {
    func pair(_ title: String, _ mine: String, _ theirs: String) -> FormPage.Line? {
      mine == theirs ? nil : FormPage.Line("  \(title): yours \(mine), on the server \(theirs)")
    }
    let points = questions.map { question in
      pair(
        question.title, mine.points[question.key]?.description ?? "none",
        theirs.answers.points[question.key]?.description ?? "none")
    }
    let texts = [
      pair("Comment", quoted(mine.comment), quoted(theirs.answers.comment)),
      pair("Feedback", quoted(mine.feedback), quoted(theirs.answers.feedback)),
    ]
    return [
      FormPage.Line("Somebody changed this sheet meanwhile. Nothing is lost: choose which answers stay.")
    ]
      + (points + texts).compactMap { $0 } + [FormPage.Line("")]
      + lines(of: ["Keep my answers above, and the server's others", "Keep the server's answers"], choice)
  }

  private static let help = [
    "Enter, ↓ or Tab   save the answer and go on", "↑ or Shift-Tab   save it and go back",
    "6.5 or 6,5   points; they replace what is there; nothing or - for no answer",
    "Esc   the whole sheet: make it ready, do not score the team, other teams",
    "Ctrl-O   write the comment or the feedback in your editor", "Ctrl-C   quit; what you answered is saved",
  ]
}
