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

  /// In a question letters are commands; in a text they are the text, and Escape leaves it.
  private mutating func press(_ key: Key, in field: Int) -> Request? {
    switch key {
    case .enter, .down, .tab: return commit(field, thenTo: field + 1)
    case .up, .backTab: return commit(field, thenTo: field - 1)
    case .escape where field >= questions.count: return commit(field, thenTo: fieldCount)
    case .escape: return commit(field, thenTo: .teams)
    default: break
    }
    guard field < questions.count else {
      if key == .control("o") { return .edit(editor.text) }
      message = nil
      _ = editor.press(key)
      return nil
    }
    if case .character(let letter) = key, letter.isLetter || letter == "?" { return command(letter, field) }
    message = nil
    _ = editor.press(key)
    return nil
  }

  private mutating func command(_ letter: Character, _ field: Int) -> Request? {
    switch letter {
    case "?": isHelping = true
    case "q": return leave()
    case "t": return commit(field, thenTo: .teams)
    case "v": return commit(field, thenTo: .review)
    case "c": return commit(field, thenTo: questions.count)
    case "s":
      let request = commit(field, thenTo: .teams)
      if case .fault = message { return request }
      goOn()
      return request
    case "r":
      place = .recusal
      editor = LineEditor()
    default: message = .note("\(letter) means nothing here; ? shows what does.")
    }
    return nil
  }

  private mutating func pressInReview(_ key: Key) -> Request? {
    switch key {
    case .enter where current.status == .draft: message = .note("Type y when the sheet is ready.")
    case .enter: goOn()
    case .character("c") where current.status == .draft: enter(questions.count)
    case .character("y") where current.status == .draft:
      if let missing = current.missing(questions).first {
        message = .fault("\(missing.title) has no score yet.")
        enter(questions.firstIndex(of: missing) ?? 0)
        return nil
      }
      return .save(team: team, unsaved ?? current.answers, isReady: true)
    case .up, .backTab, .character("b"): if current.status == .draft { enter(fieldCount - 1) }
    case .escape, .character("t"): place = .teams
    case .character("s"): goOn()
    case .character("r") where current.status == .draft:
      place = .recusal
      editor = LineEditor()
    case .character("?"): isHelping = true
    case .character("q"): return leave()
    default: break
    }
    return nil
  }

  private mutating func pressInRecusal(_ key: Key) -> Request? {
    switch key {
    case .enter:
      let reason = editor.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !reason.isEmpty else {
        message = .fault("Say in a few words why; the organisers will read it.")
        return nil
      }
      return .recuse(team: team, reason: reason)
    case .escape: open(team)
    default: _ = editor.press(key)
    }
    return nil
  }

  private mutating func press(
    _ key: Key, _ theirs: JudgedTeam, _ mine: JudgedTeam.Answers, _ isReady: Bool
  ) -> Request? {
    switch key {
    case .character("m"):
      teams[team] = theirs
      return .save(team: team, mine, isReady: isReady)
    case .character("s"), .character("t"):
      teams[team] = theirs
      unsaved = nil
      message = .note("The server's answers stay.")
      open(team)
    case .character("q"): return leave()
    default: message = nil
    }
    return nil
  }

  /// Saves what is typed and not saved, then quits; what cannot be saved is dropped only when the judge leaves once more.
  private mutating func leave() -> Request? {
    if message?.offersToAbandon == true { return .quit }
    switch place {
    case .conflict:
      message = .abandon("You have not chosen which answers stay.")
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
      message = .fault(error.sentence)
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
