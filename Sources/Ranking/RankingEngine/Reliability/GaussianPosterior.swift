/// The exact posterior of teams, judges, rooms and mean, where every sheet is a normal observation of their sum.
///
/// Teams are eliminated, so that only judges, rooms and the mean stand in a dense matrix:
/// A = diag(1/prior variances) + sum(tau h h') - sum_i(c_i c_i' / d_i), with d_i = 1/vt + sum(tau) and c_i = sum(tau h) over
/// the sheets of team i.
struct GaussianPosterior {
  /// The mean of each team's effect, and its precision once all else is known.
  private(set) var teamMeans: [Double]
  private(set) var teamPrecisions: [Double]
  /// The sum of each team's natural means.
  private(set) var teamSums: [Double]
  /// The mean of the dense columns.
  private(set) var means: [Double] = []
  /// Their covariance and the factor of its inverse.
  private(set) var covariance = SquareMatrix(order: 0)
  private(set) var factor: Cholesky?
  /// The posterior mean and variance of each sheet's latent score.
  private(set) var sheetMeans: [Double]
  private(set) var sheetVariances: [Double]
  private(set) var logDeterminant = 0.0

  init(_ design: SheetDesign) {
    let (teams, sheets) = (design.teams.count, design.book.sheetCount)
    teamMeans = [Double](repeating: 0, count: teams)
    teamPrecisions = teamMeans
    teamSums = teamMeans
    sheetMeans = [Double](repeating: 0, count: sheets)
    sheetVariances = sheetMeans
  }

  /// Computes the posterior for normal sites with these precisions and natural means.
  mutating func update(_ design: SheetDesign, _ point: VariancePoint, precisions: [Double], naturalMeans: [Double]) {
    let (matrix, right, priorLogs) = system(design, point, precisions, naturalMeans)
    guard let factor = Cholesky(matrix) else { return }
    self.factor = factor
    means = factor.solve(right)
    covariance = factor.inverse()
    logDeterminant = factor.logDeterminant - priorLogs
    for (index, team) in design.teams.enumerated() {
      logDeterminant += logarithm(teamPrecisions[index] * point.team)
      project(index, design.book.sheets(ofTeam: team), design, precisions)
    }
  }

  /// The dense matrix, its right side and the sum of the logarithms of the priors' precisions.
  private mutating func system(
    _ design: SheetDesign, _ point: VariancePoint, _ precisions: [Double], _ naturalMeans: [Double]
  ) -> (SquareMatrix, [Double], Double) {
    let order = design.columns
    var matrix = SquareMatrix(order: order)
    var right = [Double](repeating: 0, count: order)
    for column in 0..<design.judgeCount { matrix[column, column] = 1 / point.judge }
    for column in design.judgeCount..<design.meanColumn { matrix[column, column] = 1 / point.room }
    matrix[design.meanColumn, design.meanColumn] = 1
    let priorLogs =
      -Double(design.judgeCount) * logarithm(point.judge) - Double(design.roomCount) * logarithm(point.room)
    for (index, team) in design.teams.enumerated() {
      let sheets = design.book.sheets(ofTeam: team)
      let precision = sheets.reduce(0) { $0 + precisions[$1] }
      let sum = sheets.reduce(0) { $0 + naturalMeans[$1] }
      let total = 1 / point.team + precision
      teamPrecisions[index] = total
      teamSums[index] = sum
      let shared = [design.roomColumns?[index], design.meanColumn].compactMap { $0 }
      for sheet in sheets {
        let (column, tau) = (design.columnOfSheet[sheet], precisions[sheet])
        matrix[column, column] += tau
        right[column] += naturalMeans[sheet] - tau * sum / total
        // Judges stand before rooms and the mean, and sheets by judge, so that only the lower triangle is filled.
        for other in sheets.lowerBound...sheet {
          matrix[column, design.columnOfSheet[other]] -= tau * precisions[other] / total
        }
        for row in shared { matrix[row, column] += tau - precision * tau / total }
      }
      for row in shared {
        right[row] += sum - precision * sum / total
        for column in shared where column <= row { matrix[row, column] += precision - precision * precision / total }
      }
    }
    return (matrix, right, priorLogs)
  }

  /// The posterior of a team and of the latent score of each of its sheets.
  private mutating func project(_ index: Int, _ sheets: Range<Int>, _ design: SheetDesign, _ precisions: [Double]) {
    let total = teamPrecisions[index]
    let columns =
      sheets.map { design.columnOfSheet[$0] } + [design.roomColumns?[index], design.meanColumn].compactMap { $0 }
    let precision = sheets.reduce(0) { $0 + precisions[$1] }
    let coupling = sheets.map { precisions[$0] } + columns.dropFirst(sheets.count).map { _ in precision }
    // V c and c' V c, from which all that is needed of a sheet follows.
    let product = columns.map { row in
      zip(columns, coupling).reduce(0) { $0 + covariance[row, $1.0] * $1.1 }
    }
    let square = zip(coupling, product).reduce(0) { $0 + $1.0 * $1.1 } / (total * total)
    let pull = zip(columns, coupling).reduce(0) { $0 + means[$1.0] * $1.1 }
    teamMeans[index] = (teamSums[index] - pull) / total
    let tail = columns.indices.dropFirst(sheets.count)
    for (position, sheet) in sheets.enumerated() {
      var (own, mean, coupled) = (0.0, teamMeans[index], 0.0)
      for row in [position] + tail {
        mean += means[columns[row]]
        coupled += product[row]
        for column in [position] + tail { own += covariance[columns[row], columns[column]] }
      }
      sheetMeans[sheet] = mean
      sheetVariances[sheet] = 1 / total + own - 2 * coupled / total + square
    }
  }

  /// The posterior mean and variance of a team's quality: its effect and that of its room.
  func quality(_ index: Int, _ design: SheetDesign, precisions: [Double]) -> (mean: Double, variance: Double) {
    let total = teamPrecisions[index]
    let sheets = design.book.sheets(ofTeam: design.teams[index])
    let room = design.roomColumns?[index]
    let precision = sheets.reduce(0) { $0 + precisions[$1] }
    // The weights of the dense columns in the quality: -c/d, and 1 more for the room.
    var weights = sheets.map { (column: design.columnOfSheet[$0], weight: -precisions[$0] / total) }
    weights.append((design.meanColumn, -precision / total))
    if let room { weights.append((room, 1 - precision / total)) }
    let variance = weights.reduce(1 / total) { sum, one in
      weights.reduce(sum) { $0 + one.weight * $1.weight * covariance[one.column, $1.column] }
    }
    return (teamMeans[index] + (room.map { means[$0] } ?? 0), variance)
  }
}
