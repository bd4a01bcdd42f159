extension ScoreForm {
  /// What can be done with a whole sheet.
  enum Action: Equatable, Sendable {
    case answers
    case ready
    case comment
    case next
    case recuse
    case teams
    case help
    case quit

    func words(_ words: any FormWording) -> String {
      switch self {
      case .answers: words.goBack
      case .ready: words.makeReady
      case .comment: words.writeComment
      case .next: words.nextTeam
      case .recuse: words.doNotScore
      case .teams: words.allTeams
      case .help: words.keysTitle
      case .quit: words.quit
      }
    }
  }

  /// The first one changes nothing, because Enter may be pressed once too often.
  var actions: [Action] {
    current.status == .draft
      ? [.answers, .ready, .comment, .next, .recuse, .teams, .help, .quit] : [.next, .teams, .help, .quit]
  }
}
