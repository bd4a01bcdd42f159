/// The second largest eigenvalue of a symmetric matrix whose largest is 1 and whose eigenvalues lie from 0 to 1.
///
/// By Lanczos's method with every vector kept orthogonal, from a fixed start, until ten steps change nothing: to about
/// 1e-10; very close to 1 it may come out somewhat below.
/// - Complexity: up to 300 products with the matrix, and as many vectors of its order.
struct SecondEigenvalue {
  /// The eigenvector of the largest eigenvalue, of length 1; a unit outside it has 0.
  let top: [Double]
  /// The product of the matrix and a vector.
  let image: ([Double]) -> [Double]

  func value() -> Double {
    let order = top.count { $0 > 0 }
    var stream = SplitMix64(seed: 0)
    var basis = [top]
    var tridiagonal = Tridiagonal()
    var (value, direction) = (0.0, top.map { $0 > 0 ? stream.uniform() - 0.5 : 0 })
    for step in 1...300 where step < order {
      let length = orthogonalise(&direction, to: basis)
      guard length > 1e-12 else { break }
      let vector = direction.map { $0 / length }
      direction = image(vector)
      tridiagonal.append(diagonal: dot(vector, direction), beside: step > 1 ? length : nil)
      basis.append(vector)
      guard step % 10 == 0 || step == order - 1 else { continue }
      let next = tridiagonal.largestEigenvalue()
      if next - value < 1e-13 { return next }
      value = next
    }
    return tridiagonal.largestEigenvalue()
  }

  /// Takes the basis out, twice because once leaves rounding behind; what is left of the length.
  private func orthogonalise(_ vector: inout [Double], to basis: [[Double]]) -> Double {
    for _ in 0..<2 {
      for known in basis {
        let share = dot(vector, known)
        for index in vector.indices { vector[index] -= share * known[index] }
      }
    }
    return dot(vector, vector).squareRoot()
  }
}

/// A symmetric tridiagonal matrix with eigenvalues from 0 to 1.
private struct Tridiagonal {
  private var diagonal: [Double] = []
  /// The squares of the entries beside the diagonal, 0 in the first row.
  private var squares: [Double] = []

  mutating func append(diagonal value: Double, beside: Double?) {
    diagonal.append(value)
    squares.append((beside ?? 0) * (beside ?? 0))
  }

  /// By bisection; 0 when empty.
  func largestEigenvalue() -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if isAboveAll(middle) { high = middle } else { low = middle }
    }
    return low
  }

  /// Whether x I - M is positive definite: whether all pivots are.
  private func isAboveAll(_ x: Double) -> Bool {
    var pivot = 1.0
    for (value, square) in zip(diagonal, squares) {
      pivot = x - value - square / pivot
      if pivot <= 0 { return false }
    }
    return true
  }
}
