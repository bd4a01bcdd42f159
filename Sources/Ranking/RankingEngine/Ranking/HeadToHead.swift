/// Pairs won less pairs lost among teams that tie, each pair by the majority of the judges who scored both.
///
/// Only judges' own lists are looked through: a pair without a common judge counts nothing.
struct HeadToHead {
  /// Where more teams tie, comparisons between single pairs say nothing of the whole, and would take their square.
  static let mostTeams = 1_000

  private let book: ScoreBook
  private let totals: [Double]
  /// The sheets of the tied teams by judge, and how the judges put each of them against one team; both empty between calls.
  private var sheetsByJudge: [[Int]]
  private var margins: [Int]

  init(_ book: ScoreBook) {
    self.book = book
    totals = book.comparedTotals
    sheetsByJudge = [[Int]](repeating: [], count: book.judgeCount)
    margins = [Int](repeating: 0, count: book.teamCount)
  }

  /// The value of each of the tied teams; empty where too many tie.
  /// - Complexity: the squares of the tied teams that a judge scored, at most 1,000 times the teams' sheets.
  mutating func values(among tied: [Int]) -> [Int: Double] {
    guard tied.count <= Self.mostTeams else { return [:] }
    let sheets = tied.flatMap { book.sheets(ofTeam: $0) }
    for sheet in sheets { sheetsByJudge[book.judges[sheet]].append(sheet) }
    defer { for sheet in sheets { sheetsByJudge[book.judges[sheet]] = [] } }
    return tied.reduce(into: [:]) { values, team in values[team] = Double(balance(of: team)) }
  }

  /// The rivals whom most of the common judges put behind a team, less those whom they put before it.
  private mutating func balance(of team: Int) -> Int {
    let sheets = book.sheets(ofTeam: team)
    for own in sheets {
      for rival in sheetsByJudge[book.judges[own]] {
        margins[book.teams[rival]] += totals[own] > totals[rival] ? 1 : totals[own] < totals[rival] ? -1 : 0
      }
    }
    var balance = 0
    for own in sheets {
      for rival in sheetsByJudge[book.judges[own]] {
        balance += margins[book.teams[rival]].signum()
        margins[book.teams[rival]] = 0
      }
    }
    return balance
  }
}
