/// Pairs of judges who scored more alike than judges do who scored on their own.
///
/// The residuals of the fit alone do not tell: judges who copy each other pull the teams' effects, and then all others err
/// together against them. The difference between two judges' totals has no team's effect in it, so it is not pulled. Its
/// variance is compared with the lower fifth of the other pairs' variances. Pairs of honest judges are below it even where
/// half of the judges are not honest: a judge who errs differs much from all who do not err in the same way.
struct AlikeJudges {
  /// Residuals that correlate by more on at least so many teams are a signal, if the difference is small as well.
  static let correlation = 0.6
  static let teams = 5
  /// The probability of so small a difference by chance, over all pairs (Holm 1979).
  static let level = 0.01

  private struct Pair {
    let one: Int
    let other: Int
    /// The sheets of both, team by team.
    var sheets: [(one: Int, other: Int)] = []
  }

  private let pairs: [Pair]
  private let differences: [Double]

  /// - Complexity: the squares of the teams' sheets.
  init(_ book: ScoreBook) {
    var found: [Int: Pair] = [:]
    for team in 0..<book.teamCount {
      let sheets = book.sheets(ofTeam: team)
      for one in sheets {
        for other in sheets where other > one {
          let (first, second) = (book.judges[one], book.judges[other])
          found[first * book.judgeCount + second, default: Pair(one: first, other: second)].sheets.append((one, other))
        }
      }
    }
    pairs = found.keys.sorted().compactMap { found[$0] }
    differences = pairs.map { pair in
      Self.variance(pair.sheets.map { book.totals[$0.one] - book.totals[$0.other] })
    }
  }

  /// The pairs that are a signal.
  func alike(_ residuals: [Double]) -> [JudgeReport.Alike] {
    let probabilities = JudgeMisfit.holm(chances)
    return pairs.indices.compactMap { index in
      let pair = pairs[index]
      guard let chance = probabilities[index], chance < Self.level,
        let correlation = JudgeReport.correlation(pair.sheets.map { (residuals[$0.one], residuals[$0.other]) }),
        correlation > Self.correlation
      else { return nil }
      return JudgeReport.Alike(
        one: pair.one, other: pair.other, correlation: correlation, teams: pair.sheets.count)
    }
  }

  /// How likely so small a difference is between two who scored on their own; nil for a pair with too few teams.
  private var chances: [Double?] {
    let usual = UsualDifference(zip(pairs, differences).map { ($1, $0.sheets.count - 1) })
    return pairs.indices.map { index in
      let freedom = pairs[index].sheets.count - 1
      guard freedom + 1 >= Self.teams, let others = usual.amongOthers(than: index), others > 0 else { return nil }
      return 1
        - ChiSquaredDistribution.upperTail(
          Double(freedom) * differences[index] / others, degreesOfFreedom: Double(freedom))
    }
  }

  private static func variance(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}

/// How much the totals of other pairs differ: the lower fifth of their variances, each counting by its degrees of freedom.
private struct UsualDifference {
  private static let share = 0.2

  /// The variances in ascending order, and the sums of their weights up to each.
  private let variances: [Double]
  private let sums: [Double]
  private let weights: [Double]
  /// Where each pair stands in that order.
  private let positions: [Int]

  init(_ pairs: [(variance: Double, weight: Int)]) {
    let order = pairs.indices.sorted { (pairs[$0].variance, $0) < (pairs[$1].variance, $1) }
    var (positions, sums, sum) = ([Int](repeating: 0, count: pairs.count), [Double](), 0.0)
    for (position, pair) in order.enumerated() {
      positions[pair] = position
      sum += Double(pairs[pair].weight)
      sums.append(sum)
    }
    self.positions = positions
    self.sums = sums
    variances = order.map { pairs[$0].variance }
    weights = order.map { Double(pairs[$0].weight) }
  }

  /// The same without one pair; nil where there is no other.
  /// - Complexity: logarithmic in the pairs.
  func amongOthers(than pair: Int) -> Double? {
    let own = positions[pair]
    let wanted = Self.share * ((sums.last ?? 0) - weights[own])
    if let index = first(above: wanted), index < own { return variances[index] }
    return first(above: wanted + weights[own]).map { variances[$0] }
  }

  private func first(above sum: Double) -> Int? {
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > sum { high = middle } else { low = middle + 1 }
    }
    return low < sums.count ? low : nil
  }
}
