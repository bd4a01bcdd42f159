extension ScoreForm {
  /// What became of a save.
  public enum Saved: Equatable, Sendable {
    /// Kept, as this revision; `time` is told to the judge.
    case saved(JudgedTeam.Answers, isReady: Bool, revision: Int, time: String)
    /// Somebody else changed the sheet; this is how it stands.
    case changed(JudgedTeam, mine: JudgedTeam.Answers, isReady: Bool)
    case recused
    /// Not kept, and trying again is of no use.
    case refused(String)
    /// Not kept, because the server was not reached.
    case lost(JudgedTeam.Answers, String)
  }

  /// Takes what became of what was asked for.
  /// - Returns: `quit` when the judge was leaving and nothing holds them.
  public mutating func take(_ saved: Saved, of team: Int) -> Request? {
    let wasLeaving = isLeaving
    let tried = committed
    isLeaving = false
    committed = nil
    switch saved {
    case .saved(let answers, let isReady, let revision, let time):
      teams[team].answers = answers
      teams[team].revision = revision
      unsaved = nil
      message = .saved(time)
      if isReady {
        teams[team].status = .ready
        message = .note(words.isReadyNow(teams[team].name))
        goOn()
      } else if case .conflict = place {
        open(team)
      }
    case .changed(let theirs, let mine, let isReady):
      self.team = team
      let merged = theirs.answers.changed(as: mine, from: teams[team].answers)
      guard merged != theirs.answers else {
        teams[team] = theirs
        unsaved = nil
        message = .note(words.lookAgain)
        place = .review
        return nil
      }
      place = .conflict(theirs, merged, isReady: isReady)
      message = nil
      return nil
    case .recused:
      teams[team].status = .recused
      message = .note(words.notScored(teams[team].name))
      goOn()
    case .refused(let sentence):
      unsaved = nil
      message = wasLeaving ? .abandon(sentence) : .fault(sentence)
      self.team = team
      guard let tried else {
        go(to: place)
        return nil
      }
      // What was typed stays where it was typed, to be mended there.
      place = .field(tried.field)
      editor = LineEditor(tried.text)
      return nil
    case .lost(let answers, let sentence):
      unsaved = answers
      message =
        wasLeaving ? .abandon(sentence) : .fault("\(words.notSaved(sentence)) \(words.triedAgain)")
      self.team = team
      if case .teams = place { open(team) }
      go(to: place)
      return nil
    }
    return wasLeaving ? .quit : nil
  }

  /// Takes a text back from the editor.
  public mutating func take(edited text: String) { editor = LineEditor(text) }

  /// Says something that went wrong beside the answers.
  public mutating func say(_ fault: String) { message = .fault(fault) }
}
