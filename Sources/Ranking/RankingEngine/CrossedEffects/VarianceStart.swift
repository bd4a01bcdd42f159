extension RestrictedLikelihood {
  /// Ratios to start from: those that make three sums of squares what they should be on average (Henderson 1953, method 1).
  func momentRatios() -> VarianceRatios {
    let count = Double(values.count)
    let sums = design.sums(values)
    let sparseSizes = (0..<design.sparseCount).map { Double(design.positions(of: $0).count) }
    let total = values.reduce(0) { $0 + $1 * $1 }
    let bySparse = zip(sums.sparse, sparseSizes).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
    let byDense = zip(sums.dense, design.denseSizes).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
    let sparseUnits = Double(sparseSizes.count { $0 > 0 })
    let denseUnits = Double(design.denseSizes.count { $0 > 0 })
    let sparseShare = sparseSizes.reduce(0) { $0 + $1 * $1 } / count
    let denseShare = design.denseSizes.reduce(0) { $0 + $1 * $1 } / count
    // Each row: what the variances of the eliminated side, the dense side and the residual add to a sum of squares. A
    // judge has one sheet of a team, so that the crossed terms are the numbers of units.
    let rows = [
      [count - sparseShare, count - denseShare, count - 1, total],
      [count - sparseShare, sparseUnits - denseShare, sparseUnits - 1, bySparse],
      [denseUnits - sparseShare, count - denseShare, denseUnits - 1, byDense],
    ]
    guard let variances = solve3(rows), variances[2] > 0 else { return VarianceRatios(sparse: 1, dense: 0.5) }
    func bounded(_ variance: Double) -> Double { min(max(variance / variances[2], 0.01), 1e4) }
    return VarianceRatios(sparse: bounded(variances[0]), dense: bounded(variances[1]))
  }
}

/// Three linear equations by Cramer's rule; nil when they do not decide.
private func solve3(_ rows: [[Double]]) -> [Double]? {
  func determinant(_ columns: [Int]) -> Double {
    let (a, b, c) = (columns[0], columns[1], columns[2])
    return rows[0][a] * (rows[1][b] * rows[2][c] - rows[1][c] * rows[2][b])
      - rows[0][b] * (rows[1][a] * rows[2][c] - rows[1][c] * rows[2][a])
      + rows[0][c] * (rows[1][a] * rows[2][b] - rows[1][b] * rows[2][a])
  }
  let whole = determinant([0, 1, 2])
  guard abs(whole) > 1e-9 else { return nil }
  return [determinant([3, 1, 2]) / whole, determinant([0, 3, 2]) / whole, determinant([0, 1, 3]) / whole]
}
