/// Whether a judge's residuals are larger than chance explains.
///
/// The statistic is the sum of the squared residuals of the crossed model, each over its own variance (what Facets calls
/// outfit). A judge's residuals have lost one degree of freedom to the judge's own effect, so the mean square is compared
/// with chi-squared over m - 1, which keeps the level where a parametric bootstrap of a thousand rounds could not reach the
/// small probabilities that sixty judges ask for.
enum JudgeMisfit {
  /// The probability for each judge, corrected for the number of judges (Holm 1979); nil with fewer than three sheets.
  static func corrected(_ fit: CrossedEffectsFit, _ book: ScoreBook) -> [Double?]? {
    guard fit.restrictedCriterion != nil, fit.hasResidualVariance, let residuals = fit.standardisedResiduals() else {
      return nil
    }
    var (squares, counts) = (
      [Double](repeating: 0, count: book.judgeCount), [Int](repeating: 0, count: book.judgeCount)
    )
    for (sheet, judge) in book.judges.enumerated() {
      squares[judge] += residuals[sheet] * residuals[sheet]
      counts[judge] += 1
    }
    let plain = zip(squares, counts).map { square, count -> Double? in
      guard count >= 3 else { return nil }
      let freedom = Double(count - 1)
      return ChiSquaredDistribution.upperTail(square * freedom / Double(count), degreesOfFreedom: freedom)
    }
    return holm(plain)
  }

  /// Each probability times the number of those not smaller, and never below a smaller one's.
  static func holm(_ probabilities: [Double?]) -> [Double?] {
    let order = probabilities.indices.filter { probabilities[$0] != nil }
      .sorted { (probabilities[$0] ?? 1, $0) < (probabilities[$1] ?? 1, $1) }
    var corrected = probabilities
    var floor = 0.0
    for (rank, index) in order.enumerated() {
      floor = min(max(floor, (probabilities[index] ?? 1) * Double(order.count - rank)), 1)
      corrected[index] = floor
    }
    return corrected
  }
}
