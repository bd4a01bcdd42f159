/// The factor L of a symmetric positive definite matrix A = L L'.
struct Cholesky {
  /// L in the lower triangle; what stands above it is not used.
  private(set) var factor: SquareMatrix

  /// Factorises a matrix of which only the lower triangle is read; nil when it is not positive definite.
  init?(_ matrix: SquareMatrix) {
    factor = matrix
    for row in 0..<matrix.order {
      for column in 0...row {
        var sum = factor[row, column]
        for index in 0..<column { sum -= factor[row, index] * factor[column, index] }
        if row > column {
          factor[row, column] = sum / factor[column, column]
        } else {
          guard sum > 0 else { return nil }
          factor[row, row] = sum.squareRoot()
        }
      }
    }
  }

  var order: Int { factor.order }

  /// log det A.
  var logDeterminant: Double {
    2 * (0..<order).reduce(0) { $0 + logarithm(factor[$1, $1]) }
  }

  /// The x with A x = b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for row in 0..<order {
      for column in 0..<row { x[row] -= factor[row, column] * x[column] }
      x[row] /= factor[row, row]
    }
    solveTransposed(&x)
    return x
  }

  /// Replaces z by the x with L' x = z: of standard normal numbers it makes a draw with covariance A^-1.
  func solveTransposed(_ z: inout [Double]) {
    for row in (0..<order).reversed() {
      z[row] /= factor[row, row]
      for column in 0..<row { z[column] -= factor[row, column] * z[row] }
    }
  }

  /// A^-1, both triangles.
  func inverse() -> SquareMatrix {
    var inverse = SquareMatrix(order: order)
    for column in 0..<order {
      var unit = [Double](repeating: 0, count: order)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { inverse[row, column] = value }
    }
    return inverse
  }
}
