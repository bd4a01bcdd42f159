/// The factor L of a symmetric positive definite matrix A = L L'.
struct Cholesky {
  /// L in the lower triangle; the rest is not used.
  private(set) var factor: SquareMatrix

  /// Factorises a matrix of which only the lower triangle is read; nil when it is not positive definite.
  ///
  /// A matrix handed over with `consume` becomes the factor, without a copy.
  init?(_ matrix: consuming SquareMatrix) {
    factor = matrix
    guard factor.withUnsafeMutableBlock({ $0.factorise() }) else { return nil }
  }

  var order: Int { factor.order }

  /// log det A.
  var logDeterminant: Double {
    2 * (0..<order).reduce(0) { $0 + logarithm(factor[$1, $1]) }
  }

  /// The x with A x = b.
  func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == order)
    var x = b
    x.withUnsafeMutableBufferPointer { x in
      factor.withUnsafeBlock { l in
        for row in 0..<l.rows { x[row] = (x[row] - dotProduct(l[row], x, count: row)) / l[row][row] }
      }
    }
    solveTransposed(&x)
    return x
  }

  /// Replaces z by the x with L' x = z: of standard normal numbers it makes a draw with covariance A^-1.
  func solveTransposed(_ z: inout [Double]) {
    precondition(z.count == order)
    z.withUnsafeMutableBufferPointer { z in
      factor.withUnsafeBlock { l in
        for row in (0..<l.rows).reversed() {
          let (numbers, x) = (l[row], z[row] / l[row][row])
          z[row] = x
          for column in 0..<row { z[column] -= numbers[column] * x }
        }
      }
    }
  }

  /// A^-1, both triangles: the upper triangle of U = L'^-1, and in its place that of U U' = A^-1.
  func inverse() -> SquareMatrix {
    var inverse = SquareMatrix(order: order)
    factor.withUnsafeBlock { l in
      inverse.withUnsafeMutableBlock { u in
        u.invertTransposed(l)
        u.squareUpper()
        u.mirrorUpper()
      }
    }
    return inverse
  }
}

/// Four sums side by side, because one alone would wait for each addition before the next.
@inline(__always)
private func dotProduct(_ a: UnsafePointer<Double>, _ b: UnsafeMutableBufferPointer<Double>, count: Int) -> Double {
  var sums = SIMD4<Double>.zero
  var index = 0
  while index + 3 < count {
    sums +=
      SIMD4(a[index], a[index + 1], a[index + 2], a[index + 3])
      * SIMD4(b[index], b[index + 1], b[index + 2], b[index + 3])
    index += 4
  }
  var sum = (sums.x + sums.z) + (sums.y + sums.w)
  while index < count {
    sum += a[index] * b[index]
    index += 1
  }
  return sum
}
