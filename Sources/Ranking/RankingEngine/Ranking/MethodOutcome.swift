/// What a method makes of a book: values to rank by, scores to print, their errors, and the model behind them.
struct MethodOutcome {
  /// What decides the ranks, nil without a sheet.
  var values: [Double?]
  /// What is printed.
  var scores: [Double?]
  var errors: [Double?]
  var crossed: CrossedEffectsFit?
  var ordinal: OrdinalFit?

  /// - Throws: `ScoringError.unmetPrecondition`, `ScoringError.beyond`.
  init(_ method: RankingMethod, of book: ScoreBook) throws(ScoringError) {
    if let limit = RankingLimit.passed(by: method, book, draws: 0) { throw .beyond(limit) }
    let nothing = [Double?](repeating: nil, count: book.teamCount)
    func plain(_ scores: [Double?]) -> MethodOutcome {
      MethodOutcome(values: scores, scores: scores, errors: nothing)
    }
    switch method {
    case .raw: self = plain(RawMean.scores(of: book))
    case .trimmed: self = plain(TrimmedMean.scores(of: book))
    case .median: self = plain(Median.scores(of: book))
    case .leastSquares:
      let fit = LeastSquares(of: book)
      self = MethodOutcome(values: fit.teamEffects, scores: fit.teamEffects, errors: fit.standardErrors)
    case .reml: self = Self.crossed(book, .estimated)
    case .integrated: self = Self.crossed(book, .integrated)
    case .ordinal: self.init(OrdinalFit(book, doubting: false))
    case .reliability: self.init(OrdinalFit(book))
    case .zscore:
      try JudgeZScore.requirements(of: book)
      self = plain(JudgeZScore.scores(of: book))
    case .borda:
      try Borda.requirements(of: book)
      self = plain(Borda.scores(of: book))
    case .copeland:
      try Copeland.requirements(of: book)
      self = plain(Copeland.scores(of: book))
    case .schulze:
      try Schulze.requirements(of: book)
      self = plain(Schulze.scores(of: book))
    case .bradleyTerry:
      try BradleyTerry.requirements(of: book)
      self = plain(BradleyTerry.scores(of: book))
    }
  }

  private init(
    values: [Double?], scores: [Double?], errors: [Double?], crossed: CrossedEffectsFit? = nil,
    ordinal: OrdinalFit? = nil
  ) {
    self.values = values
    self.scores = scores
    self.errors = errors
    self.crossed = crossed
    self.ordinal = ordinal
  }

  /// Scores of the crossed model; all equal where the sheets do not vary.
  private static func crossed(_ book: ScoreBook, _ variances: CrossedEffectsFit.Variances) -> MethodOutcome {
    guard let fit = CrossedEffectsFit(book, variances) else {
      let raw = RawMean.scores(of: book)
      return MethodOutcome(values: raw, scores: raw, errors: raw.map { _ in nil })
    }
    let scores = fit.teamEffects.map { $0.map { fit.mean + $0 } }
    return MethodOutcome(values: fit.teamEffects, scores: scores, errors: fit.teamErrors, crossed: fit)
  }

  /// Scores of the ordinal model: the expected score of a team of that quality, and half its change over two deviations.
  init(_ fit: OrdinalFit) {
    let variance = fit.variances.team + fit.variances.room
    func expected(_ mean: Double) -> Double { fit.scale.expectedScore(mean: mean, teamVariance: variance) }
    self.init(
      values: fit.means, scores: fit.means.map { $0.map(expected) },
      errors: zip(fit.means, fit.deviations).map { mean, deviation in
        guard let mean, let deviation else { return nil }
        return (expected(mean + deviation) - expected(mean - deviation)) / 2
      }, ordinal: fit)
  }
}
