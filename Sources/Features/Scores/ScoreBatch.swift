public import Vocabulary

/// Scores from a file, gathered sheet by sheet before any of them is saved.
///
/// Takes about 20 bytes of memory for each score that the sheets have room for.
public struct ScoreBatch {
  /// What the file says of one team by one judge.
  struct Entry {
    let judge: JudgeID
    let team: TeamID
    /// Where the first of its scores stands.
    let row: Int
    let line: Int
  }

  /// A criterion of the round's form.
  public struct Criterion: Equatable, Sendable {
    fileprivate let position: Int
  }

  /// A judge and a team, which have one sheet.
  public struct Pair: Hashable, Sendable {
    let judge: JudgeID
    let team: TeamID

    public init(judge: JudgeID, team: TeamID) { (self.judge, self.team) = (judge, team) }
  }

  /// Words about a team; what is nil stays as it is.
  struct Words {
    var comment: String?
    var feedback: String?
  }

  let form: ScoringForm
  private(set) var entries: [Entry] = []
  /// For each entry one position for each question, in the order of the form.
  private var points: [Points?] = []
  private let roster: ScoreRoster
  private let questions: KnownWords<Int>
  private var positions: [Pair: Int] = [:]
  private var words: [Pair: Words] = [:]

  init(by form: ScoringForm, _ roster: ScoreRoster) {
    self.form = form
    self.roster = roster
    questions = KnownWords(
      form.questions.enumerated().map { position, question in
        (position, question.key, Language.allCases.compactMap { question.title[$0] })
      })
  }

  /// The judge of a code, a name or an address.
  /// - Throws: `ScoreError` where the event knows none, or several.
  public func judge(_ word: String) throws(ScoreError) -> JudgeID { try roster.judge(word) }

  /// The team of a key or a name.
  /// - Throws: `ScoreError` where the event knows none, or several.
  public func team(_ word: String) throws(ScoreError) -> TeamID { try roster.team(word) }

  /// The criterion of a key or a title.
  /// - Throws: `ScoreError` where the form knows none, or several.
  public func criterion(_ word: String) throws(ScoreError) -> Criterion {
    switch questions.find(word) {
    case .one(let position): return Criterion(position: position)
    case .several(let keys): throw .ambiguous(noun: "criterion", word, among: keys)
    case .none: throw .unknownCriterion(word, known: form.questions.map(\.key))
    }
  }

  /// The criterion of a form that has just one.
  public var onlyCriterion: Criterion? { form.questions.count == 1 ? Criterion(position: 0) : nil }

  public func key(of criterion: Criterion) -> String { form.questions[criterion.position].key }

  /// Adds a score that stands in this row of a file, and on this line.
  /// - Parameter isReplacing: Whether it takes the place of an earlier one.
  /// - Returns: Whether it is the first for this judge, team and criterion.
  /// - Throws: `ScoreError` where the points cannot be given.
  public mutating func add(
    _ given: Points, for criterion: Criterion, by judge: JudgeID, to team: TeamID, replacing isReplacing: Bool = false,
    row: Int, line: Int
  ) throws(ScoreError) -> Bool {
    if let fault = form.fault(of: given, for: form.questions[criterion.position]) { throw fault }
    let position = position(of: Pair(judge: judge, team: team), row, line) + criterion.position
    let isFirst = points[position] == nil
    if isFirst || isReplacing { points[position] = given }
    return isFirst
  }

  /// Takes the comment for the organisers on a sheet, or the feedback for its team, in the place of an earlier one.
  /// - Throws: `TextTooLong`.
  public mutating func say(_ text: String, isFeedback: Bool, of pair: Pair) throws(TextTooLong) {
    try TextTooLong.check(text, isFeedback ? "feedback" : "comment", most: Sheet.longestText)
    if isFeedback {
      words[pair, default: Words()].feedback = text
    } else {
      words[pair, default: Words()].comment = text
    }
  }

  func words(of entry: Entry) -> Words { words[Pair(judge: entry.judge, team: entry.team)] ?? Words() }

  /// Whether the file says anything beside points.
  var hasWords: Bool { !words.isEmpty }

  /// The points of an entry in the order of the form.
  func points(ofEntry index: Int) -> ArraySlice<Points?> {
    points[index * form.questions.count..<(index + 1) * form.questions.count]
  }

  /// Where the points of a sheet begin.
  private mutating func position(of pair: Pair, _ row: Int, _ line: Int) -> Int {
    if let known = positions[pair] { return known }
    let position = points.count
    positions[pair] = position
    points += Array(repeating: nil, count: form.questions.count)
    entries.append(Entry(judge: pair.judge, team: pair.team, row: row, line: line))
    return position
  }
}

/// The judges and teams of an event by the words for them.
struct ScoreRoster {
  let judges: KnownWords<JudgeID>
  let teams: KnownWords<TeamID>

  func judge(_ word: String) throws(ScoreError) -> JudgeID {
    switch judges.find(word) {
    case .one(let judge): return judge
    case .several(let codes): throw .ambiguous(noun: "judge", word, among: codes)
    case .none: throw .unknownJudge(word, nearest: nearest(to: word, among: judges.keys))
    }
  }

  func team(_ word: String) throws(ScoreError) -> TeamID {
    switch teams.find(word) {
    case .one(let team): return team
    case .several(let keys): throw .ambiguous(noun: "team", word, among: keys)
    case .none: throw .unknownTeam(word, nearest: nearest(to: word, among: teams.keys))
    }
  }
}
