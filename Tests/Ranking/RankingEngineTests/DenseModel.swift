import Foundation
import RankingEngine

/// The crossed model with every matrix written out, n by n: slow, and nothing like the product's way.
struct DenseModel {
  let values: [Double]
  let teams: [Int]
  let judges: [Int]
  let teamCount: Int
  let judgeCount: Int

  init(_ book: ScoreBook) {
    values = book.totals
    teams = book.teams
    judges = book.judges
    teamCount = book.teamCount
    judgeCount = book.judgeCount
  }

  /// What follows at given ratios of the variances of teams and of judges to the residual's.
  struct Answer {
    let criterion: Double
    let mean: Double
    let residualVariance: Double
    let squares: Double
    let teamEffects: [Double]
    let judgeEffects: [Double]
    /// Prediction error variances in units of the residual variance.
    let teamErrors: [Double]
    let judgeErrors: [Double]
  }

  func answer(team: Double, judge: Double) -> Answer {
    let count = values.count
    var covariance = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<count {
      covariance[row][row] = 1
      for column in 0..<count {
        if teams[row] == teams[column] { covariance[row][column] += team }
        if judges[row] == judges[column] { covariance[row][column] += judge }
      }
    }
    let (inverse, logDeterminant) = Self.inverted(&covariance)
    let rowSums = inverse.map { $0.reduce(0, +) }
    let information = rowSums.reduce(0, +)
    let mean = zip(rowSums, values).reduce(0) { $0 + $1.0 * $1.1 } / information
    // P = V^-1 - V^-1 1 1' V^-1 / 1' V^-1 1
    var projection = inverse
    var projected = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0..<count {
        projection[row][column] -= rowSums[row] * rowSums[column] / information
        projected[row] += projection[row][column] * values[column]
      }
    }
    let squares = zip(values, projected).reduce(0) { $0 + $1.0 * $1.1 }
    let freedom = Double(count - 1)
    func effects(_ units: [Int], _ unitCount: Int, _ ratio: Double) -> ([Double], [Double]) {
      var (effects, errors) = ([Double](), [Double]())
      for unit in 0..<unitCount {
        let members = units.indices.filter { units[$0] == unit }
        var (sum, quadratic) = (0.0, 0.0)
        for row in members {
          sum += projected[row]
          for column in members { quadratic += projection[row][column] }
        }
        effects.append(ratio * sum)
        errors.append(ratio - ratio * ratio * quadratic)
      }
      return (effects, errors)
    }
    let (teamEffects, teamErrors) = effects(teams, teamCount, team)
    let (judgeEffects, judgeErrors) = effects(judges, judgeCount, judge)
    return Answer(
      criterion: logDeterminant + log(information) + freedom * (1 + log(2 * Double.pi * squares / freedom)), mean: mean,
      residualVariance: squares / freedom, squares: squares, teamEffects: teamEffects, judgeEffects: judgeEffects,
      teamErrors: teamErrors, judgeErrors: judgeErrors)
  }

  /// The inverse and the logarithm of the determinant, by Gauss and Jordan with pivoting.
  private static func inverted(_ matrix: inout [[Double]]) -> (inverse: [[Double]], logDeterminant: Double) {
    let order = matrix.count
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: order), count: order)
    for index in 0..<order { inverse[index][index] = 1 }
    var logDeterminant = 0.0
    for column in 0..<order {
      let pivot = (column..<order).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
      matrix.swapAt(column, pivot)
      inverse.swapAt(column, pivot)
      let scale = matrix[column][column]
      logDeterminant += log(abs(scale))
      for index in 0..<order {
        matrix[column][index] /= scale
        inverse[column][index] /= scale
      }
      for row in 0..<order where row != column {
        let factor = matrix[row][column]
        if factor == 0 { continue }
        for index in 0..<order {
          matrix[row][index] -= factor * matrix[column][index]
          inverse[row][index] -= factor * inverse[column][index]
        }
      }
    }
    return (inverse, logDeterminant)
  }
}
