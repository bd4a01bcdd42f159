extension OrdinalFit {
  /// Guesses are looked at for so many sweeps, and kept when their evidence is so close to the best.
  private static let firstSweeps = 3
  private static let sweeps = 30
  private static let evidenceKept = 5.0

  /// Fits the model.
  ///
  /// 36 guesses of the variances (72 with rooms) are tried for three sweeps; those that matter are run to their end.
  /// - Complexity: about 10 microseconds for each sheet, sweep and guess; the cube of the number of judges for each sweep
  ///   and guess.
  public init(_ book: ScoreBook, doubting: Bool = true) {
    let scale = LatentScale(book)
    let design = SheetDesign(book)
    let classes: JudgeClasses = doubting ? .doubting : .trusting
    let likelihoods = SheetLikelihoods(scale, sheets: book.sheetCount)
    let points = VarianceGrid.points(total: scale.total, hasRooms: design.roomCount > 0)
    let tables = { (point: VariancePoint) in
      ClassTables(likelihoods, residual: point.residual, sheetNoise: scale.sheetNoise, classes: classes)
    }
    var fits: [ExpectationPropagation] = []
    Self.forEach(points, tables: tables) { point, tables in
      var fit = ExpectationPropagation(design, classes, point, likelihoods)
      fit.run(tables, sweeps: Self.firstSweeps)
      fits.append(fit)
      // At once, because a fit of many sheets takes much memory.
      let best = fits.map { $0.logEvidence + $0.point.logPrior }.max() ?? 0
      fits = fits.filter { $0.logEvidence + $0.point.logPrior > best - Self.evidenceKept }
    }
    var position = 0
    Self.forEach(fits.map(\.point), tables: tables) { _, tables in
      fits[position].run(tables, sweeps: Self.sweeps)
      position += 1
    }
    self.init(book, scale, design, fits)
  }

  /// Fits other scores of the same teams by the same judges, or the same scores with other weights, from a fit of these:
  /// only the guesses that mattered there are fitted, from the sites found there.
  init(_ book: ScoreBook, near other: OrdinalFit) {
    let scale = LatentScale(book)
    let design = SheetDesign(book)
    let classes = other.components.first?.fit.classes ?? .doubting
    let likelihoods = SheetLikelihoods(scale, sheets: book.sheetCount)
    let points = VarianceGrid.points(total: scale.total, hasRooms: design.roomCount > 0)
    let starts = other.components.map(\.fit)
    let canContinue = starts.first?.precisions.count == book.sheetCount
    var fits: [ExpectationPropagation] = []
    Self.forEach(starts.map { points[$0.point.index] }) { point in
      ClassTables(likelihoods, residual: point.residual, sheetNoise: scale.sheetNoise, classes: classes)
    } visit: { point, tables in
      var fit = ExpectationPropagation(design, classes, point, likelihoods)
      if canContinue { fit.start(from: starts[fits.count]) }
      fit.run(tables, sweeps: Self.sweeps)
      fits.append(fit)
    }
    self.init(book, scale, design, fits)
  }

  /// The means without each of the judges, one after the other; nil for a team that nobody else scored.
  ///
  /// The cuts and the guesses of the variances stay those of the whole fit, and each fit starts from its sites.
  func meansWithoutEachJudge(_ book: ScoreBook) -> [[Double?]] {
    guard let first = components.first?.fit else { return [] }
    let likelihoods = SheetLikelihoods(scale, sheets: book.sheetCount)
    var fits = [[ExpectationPropagation]](repeating: [], count: book.judgeCount)
    Self.forEach(components.map(\.fit.point)) { point in
      ClassTables(likelihoods, residual: point.residual, sheetNoise: scale.sheetNoise, classes: first.classes)
    } visit: { _, tables in
      let whole = components[fits.first?.count ?? 0].fit
      for judge in 0..<book.judgeCount {
        var fit = whole
        fit.mute(book.sheets(ofJudge: judge))
        fit.run(tables, sweeps: Self.sweeps)
        fits[judge].append(fit)
      }
    }
    return fits.enumerated().map { judge, fits in
      var means = [Double?](repeating: nil, count: book.teamCount)
      let weights = Self.weights(fits)
      for (index, team) in first.design.teams.enumerated() {
        guard book.sheets(ofTeam: team).contains(where: { book.judges[$0] != judge }) else { continue }
        means[team] = zip(fits, weights).reduce(0) { $0 + $1.1 * $1.0.posterior.mean(index, first.design) }
      }
      return means
    }
  }

  /// The probability of each fit, by its evidence.
  private static func weights(_ fits: [ExpectationPropagation]) -> [Double] {
    let logs = fits.map { $0.logEvidence + $0.point.logPrior }
    let best = logs.max() ?? 0
    let masses = logs.map { exponential($0 - best) }
    let mass = masses.reduce(0, +)
    return masses.map { $0 / mass }
  }

  /// Visits points in order; those with the same residual variance stand together and share their tables.
  private static func forEach(
    _ points: [VariancePoint], tables: (VariancePoint) -> ClassTables,
    visit: (VariancePoint, ClassTables) -> Void
  ) {
    var (current, index): (ClassTables?, Int?) = (nil, nil)
    for point in points {
      let shared = (index == point.residualIndex ? current : nil) ?? tables(point)
      (current, index) = (shared, point.residualIndex)
      visit(point, shared)
    }
  }

  /// Averages the fits by their evidence.
  private init(_ book: ScoreBook, _ scale: LatentScale, _ design: SheetDesign, _ fits: [ExpectationPropagation]) {
    let logs = fits.map { $0.logEvidence + $0.point.logPrior }
    let best = logs.max() ?? 0
    let masses = logs.map { exponential($0 - best) }
    let mass = masses.reduce(0, +)
    let parts = zip(fits, Self.weights(fits)).map { Component(fit: $0, probability: $1) }
    func average(_ value: (ExpectationPropagation) -> Double) -> Double {
      parts.reduce(0) { $0 + $1.probability * value($1.fit) }
    }
    self.scale = scale
    components = parts
    logMarginalLikelihood = best + logarithm(mass)
    change = parts.filter { $0.probability > 0.01 }.map(\.fit.change).max() ?? 0
    mean = average { $0.posterior.means[design.meanColumn] }
    variances = (
      average { $0.point.team }, average { $0.point.judge }, design.roomCount > 0 ? average { $0.point.room } : 0,
      average { $0.point.residual }
    )
    var (means, deviations) = (
      [Double?](repeating: nil, count: book.teamCount), [Double?](repeating: nil, count: book.teamCount)
    )
    for (index, team) in design.teams.enumerated() {
      var (first, second) = (0.0, 0.0)
      for part in parts {
        let quality = part.fit.posterior.quality(index, design, precisions: part.fit.precisions)
        first += part.probability * quality.mean
        second += part.probability * (quality.variance + quality.mean * quality.mean)
      }
      means[team] = first
      deviations[team] = max(second - first * first, 0).squareRoot()
    }
    self.means = means
    self.deviations = deviations
    let severities = (0..<book.judgeCount).map { judge in average { $0.posterior.means[judge] } }
    self.severities = severities
    severityDeviations = (0..<book.judgeCount).map { judge in
      let second = average {
        $0.posterior.covariance[judge, judge] + $0.posterior.means[judge] * $0.posterior.means[judge]
      }
      return max(second - severities[judge] * severities[judge], 0).squareRoot()
    }
    let lanes = (0..<book.judgeCount).map { judge in
      parts.reduce(SIMD4<Double>.zero) { $0 + $1.fit.judgeClasses[judge] * $1.probability }
    }
    let doubts = (fits.first?.classes.contamination ?? 0) > 0
    unrelatedJudges = lanes.map { doubts ? $0[JudgeClasses.unrelatedLane] : 0 }
    let stretch = fits.first?.classes.stretches ?? []
    stretches = lanes.map { lanes in stretch.indices.reduce(0) { $0 + lanes[$1] * stretch[$1] } }
    unrelatedSheets = book.teams.indices.map { sheet in doubts ? average { $0.unrelatedSheets[sheet] } : 0 }
  }
}
