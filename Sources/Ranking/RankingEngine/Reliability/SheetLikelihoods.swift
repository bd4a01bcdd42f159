/// How likely each sheet's scores are for each latent score on the grid.
///
/// A criterion counts with the power w / sum(w²), so that the declared weights are the weights of the evidence; a missing
/// criterion counts nothing.
///
/// Sheets with the same scores share a pattern, of which there are few: all tables are kept by pattern.
struct SheetLikelihoods {
  /// By pattern and grid point.
  let values: [Double]
  /// The pattern of each sheet.
  let patterns: [Int32]
  let patternCount: Int
  /// The mean of the grid under each pattern's likelihood: where its score lies.
  let patternMeans: [Double]

  init(_ scale: LatentScale, sheets: Int) {
    let count = LatentGrid.count
    let squares = scale.weights.reduce(0) { $0 + $1 * $1 }
    let found = SheetPatterns(scale.scales.map(\.categories), sheets: sheets)
    var logs = [Double](repeating: 0, count: found.examples.count * count)
    for (criterion, weight) in zip(scale.scales, scale.weights) {
      let table = Self.logShares(criterion, deviation: scale.noise.squareRoot(), power: weight / squares)
      for (pattern, sheet) in found.examples.enumerated() {
        guard let category = criterion.categories[sheet] else { continue }
        for point in 0..<count { logs[pattern * count + point] += table[category * count + point] }
      }
    }
    for index in logs.indices { logs[index] = exponential(logs[index]) }
    var means = [Double](repeating: 0, count: found.examples.count)
    for pattern in means.indices {
      var (weighted, sum) = (0.0, 0.0)
      for point in 0..<count {
        let value = logs[pattern * count + point]
        weighted += value * LatentGrid.points[point]
        sum += value
      }
      means[pattern] = weighted / sum
    }
    values = logs
    patterns = found.patterns
    patternCount = found.examples.count
    patternMeans = means
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
