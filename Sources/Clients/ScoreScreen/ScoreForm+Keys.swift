public import Terminal

extension ScoreForm {
  /// Takes a key.
  public mutating func press(_ key: Key) -> Request? {
    if key == .resized { return nil }
    if key == .control("c") || key == .control("d") { return leave() }
    if let unsaved, place == .review { return .save(team: team, unsaved, isReady: false) }
    if isHelping {
      isHelping = false
      return nil
    }
    switch place {
    case .teams: return pressInTeams(key)
    case .field(let field): return press(key, in: field)
    case .review: return pressInReview(key)
    case .recusal: return pressInRecusal(key)
    case .conflict(let theirs, let mine, let isReady): return press(key, theirs, mine, isReady)
    }
  }

  private mutating func pressInTeams(_ key: Key) -> Request? {
    switch key {
    case .up: team = max(0, team - 1)
    case .down: team = min(teams.count - 1, team + 1)
    case .home: team = 0
    case .end: team = max(0, teams.count - 1)
    case .enter where !teams.isEmpty: open(team)
    case .character("?"): isHelping = true
    case .character("q"), .escape: return .quit
    default: break
    }
    return nil
  }

  /// No letter is a command in a field: a word that is typed into the wrong one does nothing.
  private mutating func press(_ key: Key, in field: Int) -> Request? {
    switch key {
    case .enter, .down, .tab: return commit(field, thenTo: field + 1)
    case .up, .backTab: return commit(field, thenTo: field - 1)
    case .escape: return commit(field, thenTo: .review)
    case .control("o") where field >= questions.count: return .edit(editor.text)
    case .character(let letter) where field < questions.count && letter.isLetter:
      message = .note(words.pointsAreNumbers)
      return nil
    default: break
    }
    message = nil
    _ = editor.press(key)
    return nil
  }

  private mutating func pressInReview(_ key: Key) -> Request? {
    switch key {
    case .up, .backTab: choice = max(0, (choice ?? 0) - 1)
    case .down, .tab: choice = min(actions.count - 1, (choice ?? 0) + 1)
    case .enter: return take(actions[choice ?? 0])
    case .escape: place = .teams
    default: message = nil
    }
    return nil
  }

  private mutating func take(_ action: Action) -> Request? {
    switch action {
    case .answers: enter(questions.firstIndex { current.answers.points[$0.key] == nil } ?? 0)
    case .ready:
      if let missing = current.missing(questions).first {
        message = .fault(words.missing(missing.title))
        enter(questions.firstIndex(of: missing) ?? 0)
        return nil
      }
      return .save(team: team, unsaved ?? current.answers, isReady: true)
    case .comment: enter(questions.count)
    case .next: goOn()
    case .recuse:
      place = .recusal
      editor = LineEditor()
    case .teams: place = .teams
    case .help: isHelping = true
    case .quit: return leave()
    }
    return nil
  }

  private mutating func pressInRecusal(_ key: Key) -> Request? {
    switch key {
    case .enter:
      let reason = editor.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !reason.isEmpty else {
        message = .fault(words.sayWhy)
        return nil
      }
      return .recuse(team: team, reason: reason)
    case .escape: open(team)
    default: _ = editor.press(key)
    }
    return nil
  }

  /// Neither choice has the focus at first: keys that were typed ahead choose nothing.
  private mutating func press(
    _ key: Key, _ theirs: JudgedTeam, _ mine: JudgedTeam.Answers, _ isReady: Bool
  ) -> Request? {
    switch key {
    case .up, .backTab: choice = 0
    case .down, .tab: choice = choice == nil ? 0 : 1
    case .enter where choice == 0:
      teams[team] = theirs
      return .save(team: team, mine, isReady: isReady)
    case .enter where choice == 1:
      teams[team] = theirs
      unsaved = nil
      message = .note(words.serversStay)
      open(team)
    default: message = nil
    }
    return nil
  }

  /// Saves what is typed and not saved, then quits; what cannot be saved is dropped only when the judge leaves once more.
  private mutating func leave() -> Request? {
    if message?.offersToAbandon == true { return .quit }
    switch place {
    case .conflict:
      message = .abandon(words.notChosen)
      return nil
    case .field(let field) where editor.text != text(of: field) || unsaved != nil:
      return leave(saving: commit(field, thenTo: field))
    case .review: return unsaved.flatMap { leave(saving: .save(team: team, $0, isReady: false)) } ?? .quit
    default: return .quit
    }
  }

  private mutating func leave(saving request: Request?) -> Request? {
    if case .fault(let sentence) = message {
      message = .abandon(sentence)
      return nil
    }
    isLeaving = request != nil
    return request ?? .quit
  }

  private mutating func commit(_ field: Int, thenTo next: Int) -> Request? {
    commit(field, thenTo: next < fieldCount ? .field(max(0, next)) : .review)
  }

  /// Takes what is typed as the field's answer and goes on; stays where it is none.
  private mutating func commit(_ field: Int, thenTo next: Place) -> Request? {
    var answers = unsaved ?? current.answers
    let typed = editor.text
    do {
      if field < questions.count {
        answers.points[questions[field].key] = try questions[field].answer(typed)
      } else if field == questions.count {
        answers.comment = typed
      } else {
        answers.feedback = typed
      }
    } catch {
      message = .fault(error.sentence(in: words))
      return nil
    }
    message = nil
    go(to: next)
    guard answers != current.answers else {
      unsaved = nil
      return nil
    }
    committed = Committed(field: field, text: typed)
    return .save(team: team, answers, isReady: false)
  }

  mutating func go(to next: Place) {
    if case .field(let field) = next { enter(field) } else { place = next }
  }
}
