/// The normal equations of y = t + b in one connected part, with the units of its larger side eliminated.
///
/// What is left for the smaller side is a Laplacian; with a multiple of the constant matrix added it is positive definite
/// and its solution sums to 0.
struct NormalEquations: Sendable {
  let teams: [Int]
  let judges: [Int]

  private let cells: [Cell]
  private let teamSheets: [Double]
  private let judgeSheets: [Double]
  private let keepsJudges: Bool
  private let factor: Cholesky
  /// The mean number of sheets on the side that is kept: what the constant matrix is scaled by.
  private let shift: Double

  /// A sheet by the places of its team and its judge within the part.
  private struct Cell {
    let sheet: Int
    let team: Int
    let judge: Int
  }

  init(teams: [Int], judges: [Int], in book: ScoreBook) {
    self.teams = teams
    self.judges = judges
    var place = [Int](repeating: 0, count: book.judgeCount)
    for (index, judge) in judges.enumerated() { place[judge] = index }
    cells = teams.enumerated().flatMap { index, team in
      book.sheets(ofTeam: team).map { Cell(sheet: $0, team: index, judge: place[book.judges[$0]]) }
    }
    teamSheets = teams.map { Double(book.sheets(ofTeam: $0).count) }
    judgeSheets = judges.map { Double(book.sheets(ofJudge: $0).count) }
    keepsJudges = judges.count <= teams.count
    let kept = keepsJudges ? judgeSheets : teamSheets
    let groups =
      keepsJudges
      ? teams.map { book.sheets(ofTeam: $0).map { place[book.judges[$0]] } }
      : Self.teamRanks(ofJudges: judges, teams, book)
    shift = Double(cells.count) / Double(kept.count)
    let matrix = Self.laplacian(degrees: kept, groups: groups, shift: shift)
    // Below 1e-12 of its largest eigenvalue the smallest would have to be: no graph of this size comes near.
    guard let factor = Cholesky(matrix) else { preconditionFailure("The graph of a part is connected.") }
    self.factor = factor
  }

  private static func teamRanks(ofJudges judges: [Int], _ teams: [Int], _ book: ScoreBook) -> [[Int]] {
    var place = [Int](repeating: 0, count: book.teamCount)
    for (index, team) in teams.enumerated() { place[team] = index }
    return judges.map { book.sheets(ofJudge: $0).map { place[book.teams[$0]] } }
  }

  /// The lower triangle of the kept side's matrix; a group is what one eliminated unit has in common with that side.
  private static func laplacian(degrees: [Double], groups: [[Int]], shift: Double) -> SquareMatrix {
    let order = degrees.count
    var matrix = SquareMatrix(order: order)
    for row in 0..<order {
      for column in 0...row { matrix[row, column] = shift / Double(order) }
    }
    for (index, degree) in degrees.enumerated() { matrix[index, index] += degree }
    for group in groups {
      let share = 1 / Double(group.count)
      for (end, row) in group.enumerated() {
        for column in group[...end] { matrix[row, column] -= share }
      }
    }
    return matrix
  }

  /// The effects for the totals of all sheets of the book, with the judges' summing to 0.
  func solution(for totals: [Double]) -> (teams: [Double], judges: [Double], residualSquares: Double) {
    let centre = mean(of: cells.map { totals[$0.sheet] }) ?? 0
    let values = cells.map { totals[$0.sheet] - centre }
    let solved = factor.solve(reducedSums(of: values))
    let followed = eliminated(values, given: solved)
    var (team, judge) = keepsJudges ? (followed, solved) : (solved, followed)
    let lift = mean(of: judge) ?? 0
    for index in judge.indices { judge[index] -= lift }
    for index in team.indices { team[index] += lift }
    let squares = zip(cells, values).reduce(0) { sum, pair in
      let residual = pair.1 - team[pair.0.team] - judge[pair.0.judge]
      return sum + residual * residual
    }
    return (team.map { $0 + centre }, judge, squares)
  }

  /// The kept side's sums of what its sheets differ from the mean of their eliminated unit.
  private func reducedSums(of values: [Double]) -> [Double] {
    let means = eliminated(values, given: [Double](repeating: 0, count: factor.order))
    var sums = [Double](repeating: 0, count: factor.order)
    for (cell, value) in zip(cells, values) { sums[kept(cell)] += value - means[removed(cell)] }
    return sums
  }

  /// Each eliminated unit's mean of what the kept side's effects leave.
  private func eliminated(_ values: [Double], given effects: [Double]) -> [Double] {
    let sheets = keepsJudges ? teamSheets : judgeSheets
    var sums = [Double](repeating: 0, count: sheets.count)
    for (cell, value) in zip(cells, values) { sums[removed(cell)] += value - effects[kept(cell)] }
    return zip(sums, sheets).map { $0 / $1 }
  }

  private func kept(_ cell: Cell) -> Int { keepsJudges ? cell.judge : cell.team }
  private func removed(_ cell: Cell) -> Int { keepsJudges ? cell.team : cell.judge }
}

extension NormalEquations {
  /// The variance of each team's effect, in units of the residual variance.
  func teamVariances() -> [Double] { keepsJudges ? variancesByJudges() : variancesByTeams() }

  /// 1/n + d' G d for d = the team's shares of judges less 1/J; G maps the constant vector to itself over the shift.
  private func variancesByJudges() -> [Double] {
    let inverse = factor.inverse()
    var judges = [[Int]](repeating: [], count: teams.count)
    for cell in cells { judges[cell.team].append(cell.judge) }
    return zip(judges, teamSheets).map { judges, count in
      var sum = 0.0
      for one in judges {
        for other in judges { sum += inverse[one, other] }
      }
      return 1 / count + sum / (count * count) - 1 / (shift * Double(self.judges.count))
    }
  }

  /// The variance of t plus the mean of the judges' effects, which is what the constraint makes of t:
  /// d' G d + sum(1/m) / J^2 for d = the team less h / J, with h the sum of 1/m over a team's judges.
  private func variancesByTeams() -> [Double] {
    let count = Double(judges.count)
    var h = [Double](repeating: 0, count: teams.count)
    for cell in cells { h[cell.team] += 1 / judgeSheets[cell.judge] / count }
    let inverse = factor.inverse()
    let gh = factor.solve(h)
    let common = zip(h, gh).reduce(0) { $0 + $1.0 * $1.1 } + judgeSheets.reduce(0) { $0 + 1 / $1 } / (count * count)
    return teams.indices.map { inverse[$0, $0] - 2 * gh[$0] + common }
  }
}
