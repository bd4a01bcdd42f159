/// The ratios of standard deviations that `integrated` averages over.
enum VarianceRatioGrid {
  private static let ratios = [0.15, 0.4, 0.75, 1.2, 1.9, 3.5]
  /// Points that are so much less likely than the best add nothing to any digit, and take memory for each sheet.
  private static let logKept = 100.0

  /// All pairs with their posterior weights, which sum to 1.
  static func points(
    _ likelihood: RestrictedLikelihood
  ) -> [(point: RestrictedLikelihood.Point, errors: PredictionErrors, weight: Double)] {
    let steps = Self.steps()
    var points: [(point: RestrictedLikelihood.Point, errors: PredictionErrors, log: Double)] = []
    var highest = -Double.infinity
    for (sparse, sparseStep) in zip(ratios, steps) {
      for (dense, denseStep) in zip(ratios, steps) {
        let squared = VarianceRatios(sparse: sparse * sparse, dense: dense * dense)
        guard let point = likelihood.point(at: squared) else { continue }
        let prior = sparseStep * denseStep / ((1 + squared.sparse) * (1 + squared.dense))
        let log = logarithm(prior) - 0.5 * point.criterion
        guard log > highest - logKept else { continue }
        highest = max(highest, log)
        points.removeAll { $0.log <= highest - logKept }
        points.append((point, PredictionErrors(point.solution), log))
      }
    }
    let best = points.map(\.log).max() ?? 0
    let masses = points.map { exponential($0.log - best) }
    let mass = masses.reduce(0, +)
    return zip(points, masses).map { ($0.point, $0.errors, $1 / mass) }
  }

  /// How much of the line each ratio stands for: the local spacing of the logarithms times the ratio.
  private static func steps() -> [Double] {
    ratios.indices.map { index in
      let (below, above) = (max(index - 1, 0), min(index + 1, ratios.count - 1))
      return ratios[index] * logarithm(ratios[above] / ratios[below]) / Double(above - below)
    }
  }
}
