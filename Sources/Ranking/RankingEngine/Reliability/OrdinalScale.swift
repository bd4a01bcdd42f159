/// The scores of one criterion read as ordered categories, with the cuts between them on the scale of a standard normal
/// latent score: each cut lies where the pooled share of the scores below it says.
struct OrdinalScale {
  /// The category of each sheet, nil where the criterion is missing.
  let categories: [Int?]
  /// The lower cut of each category, and the upper cut of the last: from minus to plus infinity.
  let cuts: [Double]
  /// The mean score of each category, on the scale of the totals.
  let values: [Double]

  /// Above this many sheets, a criterion with many levels is put into groups of equal size.
  private static let mostSheetsUngrouped = 5_000
  private static let groups = 20

  init(criterion: Int, in book: ScoreBook) {
    let levels = book.levels(of: criterion)
    let positions = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
    let levelOfSheet = book.teams.indices.map { sheet in
      positions[book.points[sheet * book.criterionCount + criterion]]
    }
    var counts = [Int](repeating: 0, count: levels.count)
    for case let level? in levelOfSheet { counts[level] += 1 }
    let total = counts.reduce(0, +)
    let groupOfLevel = Self.groups(of: counts, total: total)
    var sizes = [Int](repeating: 0, count: (groupOfLevel.last ?? -1) + 1)
    var sums = [Double](repeating: 0, count: sizes.count)
    for (level, group) in groupOfLevel.enumerated() {
      sizes[group] += counts[level]
      sums[group] += Double(counts[level]) * book.ranges.scaled(Double(book.ranges.units(levels[level], of: criterion)))
    }
    categories = levelOfSheet.map { $0.map { groupOfLevel[$0] } }
    values = zip(sums, sizes).map { $0 / Double($1) }
    cuts = [-.infinity] + Self.innerCuts(sizes: sizes, total: total) + [.infinity]
  }

  /// The group of each level: its own, or that of the quantile where its middle lies.
  private static func groups(of counts: [Int], total: Int) -> [Int] {
    guard counts.count > groups, total > mostSheetsUngrouped else { return Array(counts.indices) }
    var below = 0
    var (group, lastQuantile): (Int, Int?) = (-1, nil)
    return counts.map { count in
      let quantile = groups * (2 * below + count) / (2 * total)
      below += count
      if quantile != lastQuantile { group += 1 }
      lastQuantile = quantile
      return group
    }
  }

  private static func innerCuts(sizes: [Int], total: Int) -> [Double] {
    var below = 0
    return sizes.dropLast().map { size in
      below += size
      return NormalDistribution.quantile(Double(below) / Double(total))
    }
  }

  /// The mean latent score of a category.
  func normalScore(of category: Int) -> Double {
    let (low, high) = (cuts[category], cuts[category + 1])
    let share = NormalDistribution.cumulative(high) - NormalDistribution.cumulative(low)
    return (NormalDistribution.density(low) - NormalDistribution.density(high)) / max(share, 1e-12)
  }

  /// The score to expect where the latent score is normal with this mean and variance.
  func expectedScore(mean: Double, variance: Double) -> Double {
    let deviation = variance.squareRoot()
    return values.indices.reduce(0) { sum, category in
      let share = normalShare(
        from: (cuts[category] - mean) / deviation, to: (cuts[category + 1] - mean) / deviation)
      return sum + values[category] * share
    }
  }
}

/// P(low < Z <= high) of a standard normal Z, on the side where its digits are.
func normalShare(from low: Double, to high: Double) -> Double {
  low > 0
    ? NormalDistribution.cumulative(-low) - NormalDistribution.cumulative(-high)
    : NormalDistribution.cumulative(high) - NormalDistribution.cumulative(low)
}
