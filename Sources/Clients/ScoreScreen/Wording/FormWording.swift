public import Vocabulary

/// Everything that a judge reads while scoring, in one language; a missing text does not compile.
public protocol FormWording: Sendable {
  var keysTitle: String { get }
  var anyKeyGoesBack: String { get }
  var teamsHint: String { get }
  var pointsHint: String { get }
  var textHint: String { get }
  var reviewHint: String { get }
  var recusalHint: String { get }
  var conflictHint: String { get }
  var whyNot: String { get }
  func team(_ number: Int, of count: Int, _ name: String) -> String
  func saved(_ time: String) -> String
  func notSaved(_ sentence: String) -> String
  var triedAgain: String { get }
  var onceMore: String { get }
  var allDone: String { get }
  func left(_ left: Int, of count: Int) -> String
  var draft: String { get }
  var ready: String { get }
  var recused: String { get }
  func answered(_ answered: Int, of count: Int) -> String
  var nothingIsFinal: String { get }
  var noTeam: String { get }
  var comment: String { get }
  var feedback: String { get }
  var unsavedMark: String { get }
  func commentLine(_ text: String) -> String
  func feedbackLine(_ text: String) -> String
  var none: String { get }
  var isReady: String { get }
  var isRecused: String { get }
  func stillMissing(_ title: String) -> String
  func missing(_ title: String) -> String
  var complete: String { get }
  var pointsAreNumbers: String { get }
  var sayWhy: String { get }
  var serversStay: String { get }
  var notChosen: String { get }
  var lookAgain: String { get }
  func isReadyNow(_ team: String) -> String
  func notScored(_ team: String) -> String
  var changedMeanwhile: String { get }
  func difference(_ title: String, yours: String, theirs: String) -> String
  var keepMine: String { get }
  var keepTheirs: String { get }
  var noEditor: String { get }
  var project: String { get }
  var inShort: String { get }
  var look: String { get }
  var everythingDone: String { get }
  func goOn(_ command: String) -> String
  func noNumber(_ text: String) -> String
  func required(_ title: String) -> String
  func outOfRange(_ title: String, _ points: String, from low: String, to high: String) -> String
  func offStep(_ title: String, _ points: String, step: String) -> String
  var goBack: String { get }
  var makeReady: String { get }
  var writeComment: String { get }
  var nextTeam: String { get }
  var doNotScore: String { get }
  var allTeams: String { get }
  var quit: String { get }
  func opening(_ event: String, _ judge: String) -> String
  var letters: String { get }
  func teamTitle(_ number: Int, of count: Int, _ name: String) -> String
  func share(_ title: String, _ share: String, _ range: String) -> String
  func staysDraft(_ title: String) -> String
  var askReady: String { get }
  var askWhichStay: String { get }
  func askAgain(_ sentence: String) -> String
  func readySaved(_ time: String) -> String
  func savedLine(_ time: String) -> String
  var changedLine: String { get }
  /// What the keys do, a line each.
  var help: [String] { get }
}

extension Language {
  /// The words of this language for the form.
  public var formWording: any FormWording {
    switch self {
    case .english: EnglishForm()
    case .french: FrenchForm()
    case .spanish: SpanishForm()
    }
  }
}
