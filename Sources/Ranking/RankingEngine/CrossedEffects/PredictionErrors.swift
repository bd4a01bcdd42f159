/// How far the effects may be from the truth: their prediction error variances, in units of the residual variance, with the
/// common mean unknown.
struct PredictionErrors {
  let sparse: [Double]
  let dense: [Double]
  /// z' P z summed over the units of each side: what the criterion's gradient needs.
  let sparseTrace: Double
  let denseTrace: Double
  /// A^-1, of which `leverage` reads.
  private let inverse: SquareMatrix
  private let solution: CrossedSolution
  /// c_i' A^-1 c_i for each eliminated unit, and A^-1 c_i at its own sheets.
  private let quadratics: [Double]

  /// - Complexity: the cube of the dense side, and the square of each eliminated unit's sheets.
  init(_ solution: CrossedSolution) {
    let (design, ratios) = (solution.design, solution.ratios)
    let inverse = solution.factor.inverse()
    let mean = design.denseCount
    let root = ratios.dense.squareRoot()
    var quadratics = [Double](repeating: 0, count: design.sparseCount)
    var sparse = quadratics
    var trace = 0.0
    for unit in 0..<design.sparseCount {
      let positions = design.positions(of: unit)
      let size = Double(positions.count)
      var quadratic = size * size * inverse[mean, mean]
      for position in positions {
        let row = design.denseUnits[position]
        quadratic += 2 * root * size * inverse[mean, row] - ratios.dense * inverse[row, row]
        for other in positions.lowerBound...position {
          quadratic += 2 * ratios.dense * inverse[row, design.denseUnits[other]]
        }
      }
      let scale = solution.scales[unit]
      quadratics[unit] = quadratic
      sparse[unit] = ratios.sparse / scale * (1 + ratios.sparse * quadratic / scale)
      trace += size / scale - quadratic / (scale * scale)
    }
    self.inverse = inverse
    self.solution = solution
    self.quadratics = quadratics
    self.sparse = sparse
    sparseTrace = trace
    dense = (0..<design.denseCount).map { ratios.dense * inverse[$0, $0] }
    denseTrace =
      (0..<design.denseCount).reduce(0) { $0 + (1 - inverse[$1, $1]) } / max(ratios.dense, .leastNonzeroMagnitude)
  }

  /// The share of each sheet's own value in what the model expects of it, in the order of the design's sheets.
  func leverages() -> [Double] {
    let (design, ratios) = (solution.design, solution.ratios)
    let mean = design.denseCount
    let root = ratios.dense.squareRoot()
    var leverages = [Double](repeating: 0, count: design.sheets.count)
    for unit in 0..<design.sparseCount {
      let positions = design.positions(of: unit)
      let pull = ratios.sparse / solution.scales[unit]
      for position in positions {
        let row = design.denseUnits[position]
        // x' C x for x = the sheet's own effects, with the eliminated side's part written out.
        var coupled = Double(positions.count) * (root * inverse[mean, row] + inverse[mean, mean])
        for other in positions {
          let column = design.denseUnits[other]
          let entry = row >= column ? inverse[row, column] : inverse[column, row]
          coupled += ratios.dense * entry + root * inverse[mean, column]
        }
        let own = ratios.dense * inverse[row, row] + 2 * root * inverse[mean, row] + inverse[mean, mean]
        leverages[position] = pull + own - 2 * pull * coupled + pull * pull * quadratics[unit]
      }
    }
    return leverages
  }
}
