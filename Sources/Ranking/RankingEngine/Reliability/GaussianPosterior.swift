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
  private(set) var logDeterminant = 0.0

  init(_ design: SheetDesign) {
    teamMeans = [Double](repeating: 0, count: design.teams.count)
    teamPrecisions = teamMeans
    teamSums = teamMeans
  }

  /// Computes the posterior for normal sites with these precisions and natural means, and that of each sheet.
  mutating func update(
    _ design: SheetDesign, _ point: VariancePoint, precisions: [Double], naturalMeans: [Double],
    _ sheets: inout SheetSweep
  ) {
    let (matrix, right, priorLogs) = system(design, point, precisions, naturalMeans)
    guard let factor = Cholesky(matrix) else { return }
    self.factor = factor
    means = factor.solve(right)
    let covariance = factor.inverse()
    self.covariance = covariance
    logDeterminant = factor.logDeterminant - priorLogs
    var columns = TeamColumns()
    covariance.withUnsafeBlock { covariance in
      for (index, team) in design.teams.enumerated() {
        logDeterminant += logarithm(teamPrecisions[index] * point.team)
        columns.read(team, index, design, precisions)
        project(index, columns, covariance, &sheets)
      }
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
    matrix.withUnsafeMutableBlock { block in
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
          block[column][column] += tau
          right[column] += naturalMeans[sheet] - tau * sum / total
          // Judges stand before rooms and the mean, and sheets by judge, so that only the lower triangle is filled.
          for other in sheets.lowerBound...sheet {
            block[column][design.columnOfSheet[other]] -= tau * precisions[other] / total
          }
          for row in shared { block[row][column] += tau - precision * tau / total }
        }
        for row in shared {
          right[row] += sum - precision * sum / total
          for column in shared where column <= row { block[row][column] += precision - precision * precision / total }
        }
      }
    }
    return (matrix, right, priorLogs)
  }

  /// The dense columns of a team's sheets, then its room's and that of the mean, and how they are coupled with the team.
  private struct TeamColumns {
    var sheets = 0..<0
    var columns: [Int] = []
    var coupling: [Double] = []

    mutating func read(_ team: Int, _ index: Int, _ design: SheetDesign, _ precisions: [Double]) {
      sheets = design.book.sheets(ofTeam: team)
      columns.removeAll(keepingCapacity: true)
      coupling.removeAll(keepingCapacity: true)
      var precision = 0.0
      for sheet in sheets {
        columns.append(design.columnOfSheet[sheet])
        coupling.append(precisions[sheet])
        precision += precisions[sheet]
      }
      if let room = design.roomColumns?[index] {
        columns.append(room)
        coupling.append(precision)
      }
      columns.append(design.meanColumn)
      coupling.append(precision)
    }
  }

  /// The posterior of a team and of the latent score of each of its sheets.
  private mutating func project(
    _ index: Int, _ team: borrowing TeamColumns, _ covariance: MatrixBlock, _ sheets: inout SheetSweep
  ) {
    let total = teamPrecisions[index]
    let (columns, coupling, count) = (team.columns, team.coupling, team.columns.count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { product in
      // V c and c' V c, from which all that is needed of a sheet follows.
      var (square, pull) = (0.0, 0.0)
      for place in 0..<count {
        let row = covariance[columns[place]]
        var sum = 0.0
        for other in 0..<count { sum += row[columns[other]] * coupling[other] }
        product[place] = sum
      }
      for place in 0..<count { square += coupling[place] * product[place] }
      square /= total * total
      for place in 0..<count { pull += means[columns[place]] * coupling[place] }
      teamMeans[index] = (teamSums[index] - pull) / total
      let tail = team.sheets.count..<count
      for (position, sheet) in team.sheets.enumerated() {
        var (own, mean, coupled) = (0.0, teamMeans[index], 0.0)
        func add(_ place: Int) {
          let row = covariance[columns[place]]
          mean += means[columns[place]]
          coupled += product[place]
          own += row[columns[position]]
          for other in tail { own += row[columns[other]] }
        }
        add(position)
        for place in tail { add(place) }
        sheets.place(sheet, mean: mean, variance: 1 / total + own - 2 * coupled / total + square)
      }
    }
  }

  /// The posterior mean of a team's quality.
  func mean(_ index: Int, _ design: SheetDesign) -> Double {
    teamMeans[index] + (design.roomColumns.map { means[$0[index]] } ?? 0)
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
    return (mean(index, design), variance)
  }
}
