public import Vocabulary

/// A judge's form in a terminal: takes keys, asks for saves, and shows itself. It touches neither terminal nor database.
///
/// Every answer asks to be saved as soon as it is given. What could not be saved stays in its field, is said to be unsaved,
/// and is tried again.
public struct ScoreForm: Equatable, Sendable {
  /// What has to be done before the next key is taken.
  public enum Request: Equatable, Sendable {
    /// Save the answers of the team, made from its revision.
    case save(team: Int, JudgedTeam.Answers, isReady: Bool)
    case recuse(team: Int, reason: String)
    /// Let the judge write in an editor; the text comes back by `take(edited:)`.
    case edit(String)
    case quit
  }

  /// Where the judge is.
  enum Place: Equatable, Sendable {
    case teams
    /// In a field of the sheet: a question, then the comment, then the feedback.
    case field(Int)
    /// The whole sheet, and what can be done with it.
    case review
    case recusal
    /// The sheet is changed on the server: its answers, and the same with what the judge changed in them.
    case conflict(JudgedTeam, JudgedTeam.Answers, isReady: Bool)
  }

  public let event: String
  public let judge: String
  /// The language of everything but the judge's own words and those of the event.
  let language: Language
  public let questions: [ScoreQuestion]
  public internal(set) var teams: [JudgedTeam]
  var team: Int
  var place: Place = .teams {
    didSet { if place != oldValue { choice = nil } }
  }
  /// Which of the choices of the place has the focus.
  var choice: Int?
  var editor = LineEditor()
  var isHelping = false
  /// What was last said to the judge.
  var message: Message?
  /// What was to be saved and is not.
  var unsaved: JudgedTeam.Answers?
  /// What was typed into a field and is being saved.
  var committed: Committed?
  /// Whether to quit once what is typed is saved.
  var isLeaving = false

  struct Committed: Equatable, Sendable {
    let field: Int
    let text: String
  }

  enum Message: Equatable, Sendable {
    case saved(String)
    case note(String)
    case fault(String)
    /// An answer was not saved while the judge was leaving; to leave once more drops it.
    case abandon(String)

    var offersToAbandon: Bool { if case .abandon = self { true } else { false } }
  }

  /// - Parameters:
  ///   - judge: How the judge is called on the screen.
  ///   - last: The team that was scored last, to go on there.
  public init(
    event: String, judge: String, questions: [ScoreQuestion], teams: [JudgedTeam], last: Int? = nil,
    in language: Language = .english
  ) {
    self.event = event
    self.judge = judge
    self.language = language
    self.questions = questions
    self.teams = teams
    team = 0
    guard let next = Self.unfinished(teams, from: last ?? 0) else { return }
    open(next)
  }

  var words: any FormWording { language.formWording }
  var current: JudgedTeam { teams[team] }
  var fieldCount: Int { questions.count + 2 }

  /// The first team from here on, round and round, whose sheet is a draft.
  private static func unfinished(_ teams: [JudgedTeam], from start: Int) -> Int? {
    teams.indices.map { (start + $0) % teams.count }.first { teams[$0].status == .draft }
  }

  /// Goes to the first question of a team that has no answer.
  public mutating func open(_ index: Int) {
    team = index
    let field = questions.firstIndex { current.answers.points[$0.key] == nil }
    enter(field ?? questions.count)
    if current.status != .draft || field == nil { place = .review }
  }

  mutating func enter(_ field: Int) {
    place = .field(min(max(0, field), fieldCount - 1))
    editor = LineEditor(text(of: field), isReplacedByTyping: field < questions.count)
  }

  /// The text of a field.
  func text(of field: Int) -> String {
    let answers = unsaved ?? current.answers
    if field < questions.count { return answers.points[questions[field].key]?.description ?? "" }
    return field == questions.count ? answers.comment : answers.feedback
  }

  mutating func goOn() {
    guard let next = Self.unfinished(teams, from: team + 1) else {
      place = .teams
      return
    }
    open(next)
  }
}
