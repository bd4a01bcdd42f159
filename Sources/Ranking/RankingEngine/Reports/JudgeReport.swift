/// How each judge scored, for organisers only: signals to look into, never reasons to remove anybody without a word.
public struct JudgeReport: Equatable, Sendable {
  public let judges: [Detail]
  /// The standard deviation of a judge's totals, pooled over all judges.
  public let pooledSpread: Double?
  /// Pairs of judges who scored more alike than judges do who scored on their own.
  public let alike: [Alike]
  /// Sheets far from what the others lead to expect of that team and that judge.
  public let outliers: [Outlier]

  public struct Detail: Equatable, Sendable {
    public let judge: Int
    /// The standard deviation of the judge's totals; nil for one sheet.
    public let spread: Double?
    /// The share of the judge's scores that are the lowest and the highest that anybody gave for the criterion.
    public let floorShare: Double
    public let ceilingShare: Double
    /// The correlation of the judge's totals with the mean totals that other judges gave the same teams.
    public let agreement: Double?
  }

  public struct Alike: Equatable, Sendable {
    public let one: Int
    public let other: Int
    public let correlation: Double
    public let teams: Int
  }

  public struct Outlier: Equatable, Sendable {
    public let sheet: Int
    /// The residual in its own standard deviations; above 0 the judge favours the team.
    public let residual: Double
  }

  /// A residual of more standard deviations is a signal.
  public static let outlierResidual = 3.0

  /// - Complexity: linear in the scores, and the squares of the teams' sheets.
  public init(_ ranking: Ranking, _ book: ScoreBook) {
    let levels = (0..<book.criterionCount).map { criterion in book.levels(of: criterion) }
    judges = ranking.judges.map { Detail($0.judge, book, levels) }
    var (squares, freedom) = (0.0, 0)
    for detail in judges {
      guard let spread = detail.spread else { continue }
      let count = book.sheets(ofJudge: detail.judge).count - 1
      squares += spread * spread * Double(count)
      freedom += count
    }
    pooledSpread = freedom > 0 ? (squares / Double(freedom)).squareRoot() : nil
    let fit = ranking.crossed.flatMap { $0.restrictedCriterion == nil ? CrossedEffectsFit(book) : $0 }
    let residuals = fit.flatMap { $0.hasResidualVariance ? $0.standardisedResiduals() : nil }
    outliers =
      (residuals ?? []).enumerated().filter { abs($0.element) > Self.outlierResidual }
      .map { Outlier(sheet: $0.offset, residual: $0.element) }
    alike = residuals.map { AlikeJudges(book).alike($0) } ?? []
  }

  /// Pearson's correlation; nil where one of the two does not vary.
  static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 2 else { return nil }
    let count = Double(pairs.count)
    let means = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
    var (both, one, other) = (0.0, 0.0, 0.0)
    for pair in pairs {
      both += (pair.0 - means.0) * (pair.1 - means.1)
      one += (pair.0 - means.0) * (pair.0 - means.0)
      other += (pair.1 - means.1) * (pair.1 - means.1)
    }
    guard one > 1e-18, other > 1e-18 else { return nil }
    return both / (one * other).squareRoot()
  }
}

extension JudgeReport.Detail {
  init(_ judge: Int, _ book: ScoreBook, _ levels: [[Int64]]) {
    let sheets = book.sheets(ofJudge: judge)
    let totals = sheets.map { book.totals[$0] }
    var (low, high, count) = (0, 0, 0)
    for sheet in sheets {
      for criterion in levels.indices {
        guard let points = book.points(sheet: sheet, criterion: criterion) else { continue }
        count += 1
        if points == levels[criterion].first { low += 1 }
        if points == levels[criterion].last { high += 1 }
      }
    }
    let others = sheets.compactMap { sheet -> (Double, Double)? in
      let rivals = book.sheets(ofTeam: book.teams[sheet]).filter { $0 != sheet }
      guard !rivals.isEmpty else { return nil }
      return (book.totals[sheet], rivals.reduce(0) { $0 + book.totals[$1] } / Double(rivals.count))
    }
    let centre = totals.reduce(0, +) / Double(totals.count)
    let squares = totals.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    self.init(
      judge: judge, spread: totals.count > 1 ? (squares / Double(totals.count - 1)).squareRoot() : nil,
      floorShare: Double(low) / Double(max(count, 1)), ceilingShare: Double(high) / Double(max(count, 1)),
      agreement: JudgeReport.correlation(others))
  }
}

extension CrossedEffectsFit {
  /// Each sheet's residual over its own standard deviation, in the book's order of sheets.
  func standardisedResiduals() -> [Double]? {
    guard let point = parts.first?.point else { return nil }
    let leverages = PredictionErrors(point.solution).leverages()
    var residuals = [Double](repeating: 0, count: point.residuals.count)
    for (position, sheet) in point.solution.design.sheets.enumerated() {
      let variance = point.residualVariance * max(1 - leverages[position], 1e-9)
      residuals[sheet] = point.residuals[position] / variance.squareRoot()
    }
    return residuals
  }
}
