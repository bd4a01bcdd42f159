/// How likely each sheet's scores are for each latent score on the grid.
///
/// A criterion counts with the power w / sum(w²), so that the declared weights are the weights of the evidence; a missing
/// criterion counts nothing.
struct SheetLikelihoods {
  /// By sheet and grid point.
  let values: [Double]
  /// The mean of the grid under each sheet's likelihood: where its score lies.
  let means: [Double]

  init(_ scale: LatentScale, sheets: Int) {
    let count = LatentGrid.count
    let squares = scale.weights.reduce(0) { $0 + $1 * $1 }
    var logs = [Double](repeating: 0, count: sheets * count)
    for (criterion, weight) in zip(scale.scales, scale.weights) {
      let table = Self.logShares(criterion, deviation: scale.noise.squareRoot(), power: weight / squares)
      for (sheet, category) in criterion.categories.enumerated() {
        guard let category else { continue }
        for point in 0..<count { logs[sheet * count + point] += table[category * count + point] }
      }
    }
    values = logs.map(exponential)
    var means = [Double](repeating: 0, count: sheets)
    for sheet in 0..<sheets {
      var (weighted, sum) = (0.0, 0.0)
      for point in 0..<count {
        let value = values[sheet * count + point]
        weighted += value * LatentGrid.points[point]
        sum += value
      }
      means[sheet] = weighted / sum
    }
    self.means = means
  }

  /// The logarithm of each category's probability at each grid point, times the power.
  private static func logShares(_ scale: OrdinalScale, deviation: Double, power: Double) -> [Double] {
    scale.values.indices.flatMap { category in
      LatentGrid.points.map { point in
        let share = normalShare(
          from: (scale.cuts[category] - point) / deviation, to: (scale.cuts[category + 1] - point) / deviation)
        return power * logarithm(max(share, 1e-16))
      }
    }
  }
}
