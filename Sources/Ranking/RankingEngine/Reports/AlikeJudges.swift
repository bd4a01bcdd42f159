/// Pairs of judges who scored more alike than judges do who scored on their own.
///
/// The residuals of the fit alone do not tell: judges who copy each other pull the teams' effects, and then all others err
/// together against them. The difference between two judges' totals has no team's effect in it, so it is not pulled. Its
/// variance is compared with that of a usual pair, the median over all pairs, which a few pairs cannot move.
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
    guard let usual = usualDifference, usual > 0 else { return pairs.map { _ in nil } }
    return zip(pairs, differences).map { pair, difference in
      guard pair.sheets.count >= Self.teams else { return nil }
      let freedom = Double(pair.sheets.count - 1)
      return 1 - ChiSquaredDistribution.upperTail(freedom * difference / usual, degreesOfFreedom: freedom)
    }
  }

  /// The median of the pairs' variances, each counting by its degrees of freedom.
  private var usualDifference: Double? {
    let known = zip(pairs, differences).filter { $0.0.sheets.count > 1 }
      .map { (variance: $0.1, weight: $0.0.sheets.count - 1) }.sorted { $0.variance < $1.variance }
    var left = known.reduce(0) { $0 + $1.weight }
    let half = left / 2
    for pair in known {
      left -= pair.weight
      if left <= half { return pair.variance }
    }
    return nil
  }

  private static func variance(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
