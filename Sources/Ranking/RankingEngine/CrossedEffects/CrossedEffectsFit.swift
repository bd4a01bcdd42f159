/// Teams and judges as crossed random effects on the sheets' totals: y = mean + team + judge + residual.
public struct CrossedEffectsFit: Sendable {
  /// How the ratios of the variances are dealt with.
  public enum Variances: Sendable {
    /// The ratios that restricted maximum likelihood finds, as in lme4.
    case estimated
    /// The average over a grid of ratios, each weighted by its likelihood and a half-Cauchy(1) prior.
    case integrated
  }

  /// The common mean, on the scale of the scores.
  public let mean: Double
  /// What each team adds to it, nil without a sheet, and the standard error of that with the mean unknown.
  public let teamEffects: [Double?]
  public let teamErrors: [Double?]
  /// What each judge adds, and its standard error; above 0 is generous.
  public let judgeEffects: [Double]
  public let judgeErrors: [Double]
  public let variances: (team: Double, judge: Double, residual: Double)
  /// lme4's REML criterion; nil for an average over many.
  public let restrictedCriterion: Double?
  /// How often the equations were factorised.
  public let evaluations: Int

  let parts: [Part]
  let centre: Double

  /// A fit at one pair of ratios with its weight.
  struct Part: Sendable {
    let point: RestrictedLikelihood.Point
    let weight: Double
    let drawsVariance: Bool
  }

  /// Fits the model; nil when the sheets do not vary at all, or there is only one.
  /// - Complexity: the cube of the smaller of the numbers of teams and judges, about 50 times where that number is below
  ///   300 and about 4 times above; `integrated` 36 times.
  public init?(_ book: ScoreBook, _ variances: Variances = .estimated) {
    guard book.sheetCount > 1, let first = book.totals.first, book.totals.contains(where: { $0 != first }) else {
      return nil
    }
    let likelihood = RestrictedLikelihood(book)
    switch variances {
    case .estimated:
      guard let best = VarianceSearch(likelihood: likelihood).best() else { return nil }
      self.init(
        book, likelihood, [(best.point, best.errors, 1)], criterion: best.point.criterion,
        evaluations: best.evaluations)
    case .integrated:
      let grid = VarianceRatioGrid.points(likelihood)
      guard !grid.isEmpty else { return nil }
      self.init(book, likelihood, grid, criterion: nil, evaluations: grid.count)
    }
  }

  private init(
    _ book: ScoreBook, _ likelihood: RestrictedLikelihood,
    _ points: [(point: RestrictedLikelihood.Point, errors: PredictionErrors, weight: Double)], criterion: Double?,
    evaluations: Int
  ) {
    let freedom = Double(book.sheetCount - 1)
    let isAverage = criterion == nil
    // The mean of the residual variance: of PR / chi-squared where it is unknown.
    func residual(_ point: RestrictedLikelihood.Point) -> Double {
      isAverage ? point.squares / max(freedom - 2, 1) : point.residualVariance
    }
    func average(_ value: (RestrictedLikelihood.Point) -> Double) -> Double {
      points.reduce(0) { $0 + $1.weight * value($1.point) }
    }
    let teamsAreDense = likelihood.design.teamsAreDense
    func moments(_ unit: Int, dense: Bool) -> (mean: Double, error: Double) {
      var (first, second) = (0.0, 0.0)
      for (point, errors, weight) in points {
        let effect = dense ? point.effects.dense[unit] : point.effects.sparse[unit]
        let variance = residual(point) * (dense ? errors.dense[unit] : errors.sparse[unit])
        first += weight * effect
        second += weight * (variance + effect * effect)
      }
      return (first, max(second - first * first, 0).squareRoot())
    }
    let teams = (0..<book.teamCount).map { team in
      book.sheets(ofTeam: team).isEmpty ? nil : moments(team, dense: teamsAreDense)
    }
    let judges = (0..<book.judgeCount).map { moments($0, dense: !teamsAreDense) }
    teamEffects = teams.map { $0?.mean }
    teamErrors = teams.map { $0?.error }
    judgeEffects = judges.map(\.mean)
    judgeErrors = judges.map(\.error)
    let sparse = average { $0.ratios.sparse * residual($0) }
    let dense = average { $0.ratios.dense * residual($0) }
    variances = (teamsAreDense ? dense : sparse, teamsAreDense ? sparse : dense, average(residual))
    mean = likelihood.centre + average(\.effects.mean)
    centre = likelihood.centre
    restrictedCriterion = criterion
    self.evaluations = evaluations
    parts = points.map { Part(point: $0.point, weight: $0.weight, drawsVariance: isAverage) }
  }
}
