/// One guess at the variances, with its prior weight.
struct VariancePoint {
  let team: Double
  let judge: Double
  let room: Double
  let residual: Double
  let logPrior: Double
  /// The point's position in the grid.
  let index: Int
  /// Which residual variance this is: points with the same share their tables.
  let residualIndex: Int
}

/// The guesses that the fit is averaged over: shares of the sheet's variance, uniform on the simplex.
enum VarianceGrid {
  /// How much rooms may differ, in standard deviations of the teams, with the prior of each guess.
  private static let roomRatios: [(ratio: Double, prior: Double)] = [(0, 0.3), (0.8, 0.7)]

  static func points(total: Double, hasRooms: Bool) -> [VariancePoint] {
    var points: [VariancePoint] = []
    for (index, (effects, effectsWeight)) in gaussLegendre6.enumerated() {
      for (judgeShare, judgeWeight) in gaussLegendre6 {
        for (ratio, prior) in hasRooms ? roomRatios : [(ratio: 0, prior: 1)] {
          let team = total * effects * (1 - judgeShare) / (1 + ratio * ratio)
          points.append(
            VariancePoint(
              team: team, judge: total * effects * judgeShare, room: max(ratio * ratio * team, 1e-9),
              residual: total * (1 - effects),
              logPrior: logarithm(effectsWeight * judgeWeight * prior * effects), index: points.count,
              residualIndex: index))
        }
      }
    }
    return points
  }

  /// Gauss-Legendre nodes and weights for the interval from 0 to 1 (Abramowitz and Stegun 25.4.30, n = 6).
  private static let gaussLegendre6: [(node: Double, weight: Double)] = {
    let positive = [
      (0.238619186083196908630501721681, 0.467913934572691047389870343990),
      (0.661209386466264513661399595020, 0.360761573048138607569833513838),
      (0.932469514203152027812301554494, 0.171324492379170345040296142173),
    ]
    let negative = positive.reversed().map { (-$0.0, $0.1) }
    return (negative + positive).map { (node: ($0.0 + 1) / 2, weight: $0.1 / 2) }
  }()
}
