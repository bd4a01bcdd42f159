/// The crossed model at given ratios of its variances: the factorised equations, from which effects, the criterion and all
/// errors follow (docs/scoring.md; Bates and others 2015, with the larger side eliminated).
///
/// With r = variance ratios, d_i = r_s n_i + 1 and g_i = r_s / d_i for the eliminated side, the dense matrix is
/// A_jk = [j = k](r_d m_j + 1) - r_d sum_i(g_i N_ij N_ik), bordered by the common mean.
struct CrossedSolution {
  let design: CrossedDesign
  let ratios: VarianceRatios
  let factor: Cholesky
  /// d_i for each eliminated unit.
  let scales: [Double]

  /// Builds and factorises the matrix; nil when rounding leaves it without a factor.
  init?(_ design: CrossedDesign, _ ratios: VarianceRatios) {
    let scales = (0..<design.sparseCount).map { 1 + ratios.sparse * Double(design.positions(of: $0).count) }
    guard let factor = Cholesky(Self.matrix(design, ratios, scales)) else { return nil }
    self.design = design
    self.ratios = ratios
    self.factor = factor
    self.scales = scales
  }

  private static func matrix(_ design: CrossedDesign, _ ratios: VarianceRatios, _ scales: [Double]) -> SquareMatrix {
    let mean = design.denseCount
    var matrix = SquareMatrix(order: mean + 1)
    let root = ratios.dense.squareRoot()
    var total = 0.0
    for unit in 0..<design.denseCount { matrix[unit, unit] = 1 + ratios.dense * design.denseSizes[unit] }
    for unit in 0..<design.denseCount { matrix[mean, unit] = root * design.denseSizes[unit] }
    for unit in 0..<design.sparseCount {
      let positions = design.positions(of: unit)
      let size = Double(positions.count)
      let pull = ratios.sparse / scales[unit]
      total += size - pull * size * size
      for position in positions {
        let row = design.denseUnits[position]
        matrix[mean, row] -= root * pull * size
        // The units of one eliminated unit rise, so that these fill the lower triangle.
        for other in positions.lowerBound...position { matrix[row, design.denseUnits[other]] -= ratios.dense * pull }
      }
    }
    matrix[mean, mean] = total
    return matrix
  }

  /// log |V| + log |1' V^-1 1|, where V is the covariance of the sheets in units of the residual variance.
  var logDeterminant: Double { scales.reduce(factor.logDeterminant) { $0 + logarithm($1) } }

  /// The common mean and the effects that values, in the order of the design's sheets, lead to.
  func effects(of values: [Double]) -> Effects {
    let mean = design.denseCount
    let root = ratios.dense.squareRoot()
    let sums = design.sums(values)
    var right = sums.dense.map { root * $0 } + [sums.dense.reduce(0, +)]
    for unit in 0..<design.sparseCount {
      let positions = design.positions(of: unit)
      let pull = ratios.sparse / scales[unit] * sums.sparse[unit]
      for position in positions { right[design.denseUnits[position]] -= root * pull }
      right[mean] -= pull * Double(positions.count)
    }
    let solved = factor.solve(right)
    let dense = solved.dropLast().map { root * $0 }
    let sparse = (0..<design.sparseCount).map { unit in
      let positions = design.positions(of: unit)
      let rest = positions.reduce(sums.sparse[unit]) { $0 - dense[design.denseUnits[$1]] - solved[mean] }
      return ratios.sparse * rest / scales[unit]
    }
    return Effects(mean: solved[mean], sparse: sparse, dense: dense)
  }

  /// The common mean and the effects of both sides.
  struct Effects {
    let mean: Double
    let sparse: [Double]
    let dense: [Double]
  }

  /// What the effects leave of the values.
  func residuals(of values: [Double], _ effects: Effects) -> [Double] {
    var residuals = values
    for unit in 0..<design.sparseCount {
      for position in design.positions(of: unit) {
        residuals[position] -= effects.mean + effects.sparse[unit] + effects.dense[design.denseUnits[position]]
      }
    }
    return residuals
  }
}
