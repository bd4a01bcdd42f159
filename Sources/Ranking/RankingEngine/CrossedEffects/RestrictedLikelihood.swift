/// The restricted likelihood of the variance ratios: the REML criterion of lme4 with its derivatives.
struct RestrictedLikelihood {
  let design: CrossedDesign
  /// The sheets' totals less their mean, in the order of the design's sheets.
  let values: [Double]
  /// The mean that was taken off.
  let centre: Double

  private static let twoPi = 6.283185307179586

  init(_ book: ScoreBook) {
    design = CrossedDesign(book)
    let centre = book.totals.reduce(0, +) / Double(book.sheetCount)
    values = design.sheets.map { book.totals[$0] - centre }
    self.centre = centre
  }

  /// The criterion at one pair of ratios with all that led to it.
  struct Point {
    let solution: CrossedSolution
    let effects: CrossedSolution.Effects
    let residuals: [Double]
    /// The penalised sum of squares.
    let squares: Double
    /// -2 log restricted likelihood; equals lme4's REMLcrit.
    let criterion: Double

    var ratios: VarianceRatios { solution.ratios }
    /// The residual variance: the penalised squares over the sheets less 1.
    var residualVariance: Double { squares / Double(residuals.count - 1) }
  }

  /// - Complexity: the cube of the smaller side, and the square of each unit's sheets on the larger.
  func point(at ratios: VarianceRatios) -> Point? {
    guard let solution = CrossedSolution(design, ratios) else { return nil }
    let effects = solution.effects(of: values)
    let residuals = solution.residuals(of: values, effects)
    var squares = residuals.reduce(0) { $0 + $1 * $1 }
    if ratios.sparse > 0 { squares += effects.sparse.reduce(0) { $0 + $1 * $1 } / ratios.sparse }
    if ratios.dense > 0 { squares += effects.dense.reduce(0) { $0 + $1 * $1 } / ratios.dense }
    guard squares > 0 else { return nil }
    let freedom = Double(values.count - 1)
    return Point(
      solution: solution, effects: effects, residuals: residuals, squares: squares,
      criterion: solution.logDeterminant + freedom * (1 + logarithm(Self.twoPi * squares / freedom)))
  }

  /// The derivatives by the logarithms of the ratios: exact gradient, and the average information for the second
  /// derivatives (Gilmour, Thompson and Cullis 1995).
  func slope(at point: Point, _ errors: PredictionErrors) -> Slope {
    let freedom = Double(values.count - 1)
    let sums = design.sums(point.residuals)
    let (sparse, dense) = (point.ratios.sparse, point.ratios.dense)
    let squares = (
      sparse: sums.sparse.reduce(0) { $0 + $1 * $1 }, dense: sums.dense.reduce(0) { $0 + $1 * $1 }
    )
    var (bySparse, byDense) = (values, values)
    for unit in 0..<design.sparseCount {
      for position in design.positions(of: unit) {
        bySparse[position] = sums.sparse[unit]
        byDense[position] = sums.dense[design.denseUnits[position]]
      }
    }
    let solution = point.solution
    let projectedSparse = solution.residuals(of: bySparse, solution.effects(of: bySparse))
    let projectedDense = solution.residuals(of: byDense, solution.effects(of: byDense))
    func information(_ one: [Double], _ other: [Double], _ square: Double, _ otherSquare: Double) -> Double {
      let product = zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
      return freedom * (product / point.squares - square * otherSquare / (point.squares * point.squares))
    }
    return Slope(
      sparse: sparse * (errors.sparseTrace - freedom / point.squares * squares.sparse),
      dense: dense * (errors.denseTrace - freedom / point.squares * squares.dense),
      sparseCurvature: sparse * sparse * information(bySparse, projectedSparse, squares.sparse, squares.sparse),
      denseCurvature: dense * dense * information(byDense, projectedDense, squares.dense, squares.dense),
      mixedCurvature: sparse * dense * information(bySparse, projectedDense, squares.sparse, squares.dense))
  }

  /// Derivatives of the criterion by the logarithms of the ratios.
  struct Slope {
    let sparse: Double
    let dense: Double
    let sparseCurvature: Double
    let denseCurvature: Double
    let mixedCurvature: Double
  }
}
