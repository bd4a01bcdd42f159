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

  private struct Pair: Hashable {
    let judge: JudgeID
    let team: TeamID
  }

  let form: ScoringForm
  private(set) var entries: [Entry] = []
  /// For each entry one position for each question, in the order of the form.
  private var points: [Points?] = []
  private let roster: ScoreRoster
  private let questions: [String: Int]
  private var positions: [Pair: Int] = [:]

  init(by form: ScoringForm, _ roster: ScoreRoster) {
    self.form = form
    self.roster = roster
    questions = Dictionary(form.questions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds a score that stands in this row of a file, and on this line.
  /// - Returns: Whether it is the first for this judge, team and criterion; only the first is taken.
  /// - Throws: `ScoreError` where the event has no such judge, team or criterion, or the points cannot be given.
  public mutating func add(
    _ given: Points, for criterion: String, by judge: String, to team: String, row: Int, line: Int
  ) throws(ScoreError) -> Bool {
    guard let question = questions[criterion] else {
      throw .unknownCriterion(criterion, known: form.questions.map(\.key))
    }
    if let fault = form.fault(of: given, for: form.questions[question]) { throw fault }
    let start = try position(of: Pair(judge: roster.judge(judge), team: roster.team(team)), row, line)
    guard points[start + question] == nil else { return false }
    points[start + question] = given
    return true
  }

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
  let judges: [String: JudgeID]
  let teams: [String: TeamID]

  func judge(_ code: String) throws(ScoreError) -> JudgeID {
    guard let judge = judges[code] else {
      throw .unknownJudge(code, nearest: nearest(to: code, among: judges.keys))
    }
    return judge
  }

  func team(_ key: String) throws(ScoreError) -> TeamID {
    guard let team = teams[key] else { throw .unknownTeam(key, nearest: nearest(to: key, among: teams.keys)) }
    return team
  }
}
