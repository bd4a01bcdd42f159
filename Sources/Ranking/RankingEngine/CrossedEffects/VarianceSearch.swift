/// Finds the variance ratios with the smallest REML criterion, by Newton steps in their logarithms.
struct VarianceSearch {
  let likelihood: RestrictedLikelihood

  /// The best point with its errors; nil when the sheets do not vary at all.
  struct Result {
    let point: RestrictedLikelihood.Point
    let errors: PredictionErrors
    let evaluations: Int
  }

  /// Below this a ratio is as good as 0 (lme4's boundary is a standard deviation ratio of 1e-4).
  static let negligible = 1e-8
  private static let largest = 1e10
  /// Up to this order of the dense side several starts cost nothing that anybody notices.
  private static let smallOrder = 300

  func best() -> Result? {
    let isSmall = likelihood.design.denseCount <= Self.smallOrder
    var starts = [likelihood.momentRatios()]
    if isSmall {
      starts += [(1, 0.5), (0.01, 0.01), (9, 9)].map { VarianceRatios(sparse: $0.0, dense: $0.1) }
    }
    var found = starts.compactMap { descend(from: $0, freeSparse: true, freeDense: true) }
    // A ratio of exactly 0 is out of reach of steps in its logarithm.
    let vanishes = found.contains { min($0.point.ratios.sparse, $0.point.ratios.dense) < 1e-3 }
    if isSmall || vanishes {
      let start = starts[0]
      // The boundary comes first, so that of points that are equal but for rounding it wins.
      found =
        [
          descend(from: VarianceRatios(sparse: 0, dense: start.dense), freeSparse: false, freeDense: true),
          descend(from: VarianceRatios(sparse: start.sparse, dense: 0), freeSparse: true, freeDense: false),
          descend(from: VarianceRatios(sparse: 0, dense: 0), freeSparse: false, freeDense: false),
        ].compactMap { $0 } + found
    }
    let evaluations = found.reduce(0) { $0 + $1.evaluations }
    guard var best = found.first else { return nil }
    for other in found.dropFirst() where other.point.criterion < best.point.criterion - 1e-9 { best = other }
    return Result(point: best.point, errors: best.errors, evaluations: evaluations)
  }

  private func descend(from start: VarianceRatios, freeSparse: Bool, freeDense: Bool) -> Result? {
    let tolerance = likelihood.design.denseCount <= Self.smallOrder ? 1e-13 : 1e-7
    guard var point = likelihood.point(at: start) else { return nil }
    var errors = PredictionErrors(point.solution)
    var evaluations = 1
    for _ in 0..<60 {
      let step = step(at: point, errors, freeSparse: freeSparse, freeDense: freeDense)
      guard step.gain > 0 else { break }
      guard let next = improvement(of: point, by: step, &evaluations) else { break }
      point = next
      // Where the last step gained next to nothing the errors before it are those after it.
      if step.gain < tolerance { break }
      errors = PredictionErrors(point.solution)
    }
    return Result(point: point, errors: errors, evaluations: evaluations)
  }

  /// A step in the logarithms of the ratios, and how much it should lower the criterion.
  private struct Step {
    var sparse = 0.0
    var dense = 0.0
    var gain = 0.0
  }

  private func step(
    at point: RestrictedLikelihood.Point, _ errors: PredictionErrors, freeSparse: Bool, freeDense: Bool
  ) -> Step {
    guard freeSparse || freeDense else { return Step() }
    let slope = likelihood.slope(at: point, errors)
    // In logarithms the gradient itself adds to the curvature; where that would spoil it the information alone is used.
    func curvature(_ information: Double, _ gradient: Double) -> Double {
      max(information + gradient, 0.1 * information, 1e-12)
    }
    let (a, c) = (curvature(slope.sparseCurvature, slope.sparse), curvature(slope.denseCurvature, slope.dense))
    let b = freeSparse && freeDense ? slope.mixedCurvature : 0
    let determinant = a * c - b * b
    var step = Step()
    if determinant > 1e-3 * a * c {
      step.sparse = freeSparse ? -(c * slope.sparse - b * slope.dense) / determinant : 0
      step.dense = freeDense ? -(a * slope.dense - b * slope.sparse) / determinant : 0
    } else {
      step.sparse = freeSparse ? -slope.sparse / a : 0
      step.dense = freeDense ? -slope.dense / c : 0
    }
    step.gain = -0.5 * (step.sparse * slope.sparse + step.dense * slope.dense)
    step.sparse = min(max(step.sparse, -2.5), 2.5)
    step.dense = min(max(step.dense, -2.5), 2.5)
    return step
  }

  /// The point that the step leads to, with the step halved until the criterion does not rise.
  private func improvement(
    of point: RestrictedLikelihood.Point, by step: Step, _ evaluations: inout Int
  ) -> RestrictedLikelihood.Point? {
    var share = 1.0
    for _ in 0..<30 {
      let ratios = VarianceRatios(
        sparse: min(point.ratios.sparse * exponential(share * step.sparse), Self.largest),
        dense: min(point.ratios.dense * exponential(share * step.dense), Self.largest))
      if ratios == point.ratios { return nil }
      evaluations += 1
      if let next = likelihood.point(at: ratios), next.criterion <= point.criterion + 1e-9 { return next }
      share /= 2
    }
    return nil
  }
}
