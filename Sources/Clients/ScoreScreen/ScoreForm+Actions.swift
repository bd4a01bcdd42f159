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

    var words: String {
      switch self {
      case .answers: "Go back to the answers"
      case .ready: "The sheet is ready and counts"
      case .comment: "Write a comment or feedback"
      case .next: "Next team"
      case .recuse: "Do not score this team"
      case .teams: "All teams"
      case .help: "What the keys do"
      case .quit: "Quit"
      }
    }
  }

  /// The first one changes nothing, because Enter may be pressed once too often.
  var actions: [Action] {
    current.status == .draft
      ? [.answers, .ready, .comment, .next, .recuse, .teams, .help, .quit] : [.next, .teams, .help, .quit]
  }
}
