/// Expectation propagation at one guess of the variances: each sheet's likelihood, with its judge's class summed out, is
/// replaced by a normal site, and all sites are improved in turn (Minka 2001; parallel and damped).
struct ExpectationPropagation {
  let design: SheetDesign
  let classes: JudgeClasses
  let point: VariancePoint

  /// The sites: precision and precision times mean of each sheet.
  private(set) var precisions: [Double]
  private(set) var naturalMeans: [Double]
  private(set) var posterior: GaussianPosterior
  /// The log marginal likelihood of all sheets, approximately.
  private(set) var logEvidence = 0.0
  /// The probability of each class for each judge.
  private(set) var judgeClasses: [SIMD4<Double>]
  /// The probability that a sheet is unrelated to its team, by its judge or alone.
  private(set) var unrelatedSheets: [Double]
  /// The largest relative change of a precision in the last sweep.
  private(set) var change = Double.infinity

  private var moments: TiltedMoments
  /// Sheets that are left out: their sites stay flat and they add nothing to the evidence.
  private var isMuted: [Bool]

  private static let tolerance = 2e-3

  init(_ design: SheetDesign, _ classes: JudgeClasses, _ point: VariancePoint, means: [Double]) {
    self.design = design
    self.classes = classes
    self.point = point
    let start = 0.5 / max(point.residual, 0.1)
    precisions = [Double](repeating: start, count: means.count)
    naturalMeans = means.map { start * $0 }
    posterior = GaussianPosterior(design)
    judgeClasses = [SIMD4<Double>](repeating: .zero, count: design.judgeCount)
    unrelatedSheets = [Double](repeating: 0, count: means.count)
    moments = TiltedMoments(sheets: means.count)
    isMuted = [Bool](repeating: false, count: means.count)
  }

  /// Starts from the sites of another fit of the same sheets.
  mutating func start(from other: ExpectationPropagation) {
    precisions = other.precisions
    naturalMeans = other.naturalMeans
  }

  /// Leaves sheets out of all that follows.
  mutating func mute(_ sheets: some Sequence<Int>) {
    for sheet in sheets {
      isMuted[sheet] = true
      precisions[sheet] = 0
      naturalMeans[sheet] = 0
    }
  }

  /// Sweeps until nothing moves, at most so many times; the sites are not moved after the last sweep, so that all that is
  /// kept belongs together.
  mutating func run(_ tables: ClassTables, sweeps: Int) {
    for sweep in 0..<sweeps {
      let target = sweepOnce(tables)
      change = 0
      for sheet in precisions.indices {
        change = max(change, abs(target.precisions[sheet] - precisions[sheet]) / (1 + precisions[sheet]))
      }
      if sweep == sweeps - 1 || change < Self.tolerance { break }
      let damping = sweep == 0 ? 1 : sweep < 6 ? 0.8 : sweep < 14 ? 0.5 : 0.3
      for sheet in precisions.indices {
        precisions[sheet] += damping * (target.precisions[sheet] - precisions[sheet])
        naturalMeans[sheet] += damping * (target.naturalMeans[sheet] - naturalMeans[sheet])
      }
    }
  }

  /// One sweep: posterior, cavities, moments, classes, evidence, and the sites that would match the moments.
  private mutating func sweepOnce(_ tables: ClassTables) -> (precisions: [Double], naturalMeans: [Double]) {
    posterior.update(design, point, precisions: precisions, naturalMeans: naturalMeans)
    let sheets = precisions.indices
    var cavityPrecisions = [Double](repeating: 0, count: sheets.count)
    var cavityNaturals = cavityPrecisions
    var cavityMeans = cavityPrecisions
    var deviations = cavityPrecisions
    for sheet in sheets {
      let variance = posterior.sheetVariances[sheet]
      cavityPrecisions[sheet] = max(1 / variance - precisions[sheet], 0.01)
      cavityNaturals[sheet] = posterior.sheetMeans[sheet] / variance - naturalMeans[sheet]
      cavityMeans[sheet] = cavityNaturals[sheet] / cavityPrecisions[sheet]
      deviations[sheet] = 1 / cavityPrecisions[sheet].squareRoot()
    }
    moments.update(tables, cavityMeans: cavityMeans, cavityDeviations: deviations)

    var logs = [SIMD4<Double>](repeating: classes.logPrior, count: design.judgeCount)
    for sheet in sheets where !isMuted[sheet] { logs[design.columnOfSheet[sheet]] += moments.logMass[sheet] }
    let masses = logs.map(logSum)
    judgeClasses = zip(logs, masses).map { exponential($0 - $1) }

    var evidence = masses.reduce(0, +) - 0.5 * posterior.logDeterminant
    var targetPrecisions = cavityPrecisions
    var targetNaturals = cavityNaturals
    for sheet in sheets {
      guard !isMuted[sheet] else {
        (targetPrecisions[sheet], targetNaturals[sheet]) = (0, 0)
        continue
      }
      let judge = design.columnOfSheet[sheet]
      let others = logs[judge] - moments.logMass[sheet]
      let othersMass = logSum(others)
      let weighted = others - othersMass + moments.logMass[sheet]
      let mass = logSum(weighted)
      let share = exponential(weighted - mass)
      let mean = (share * moments.first[sheet]).sum()
      let variance = max((share * moments.second[sheet]).sum() - mean * mean, 1e-5)
      let (cavity, natural) = (cavityPrecisions[sheet], cavityNaturals[sheet])
      let (full, fullNatural) = (cavity + precisions[sheet], natural + naturalMeans[sheet])
      evidence += 0.5 * naturalMeans[sheet] * posterior.sheetMeans[sheet] + mass + othersMass - masses[judge]
      evidence += natural * natural / (2 * cavity) - 0.5 * logarithm(cavity)
      evidence -= fullNatural * fullNatural / (2 * full) - 0.5 * logarithm(full)
      targetPrecisions[sheet] = max(1 / variance - cavity, 1e-4)
      targetNaturals[sheet] = mean * (targetPrecisions[sheet] + cavity) - natural
      unrelatedSheets[sheet] = unrelated(share, moments.logMass[sheet], tables.unrelated[sheet])
    }
    logEvidence = evidence
    return (targetPrecisions, targetNaturals)
  }

  /// The probability that a sheet is unrelated: its judge is, or the sheet alone is.
  private func unrelated(_ share: SIMD4<Double>, _ logMass: SIMD4<Double>, _ logUnrelated: Double) -> Double {
    guard classes.contamination > 0 else { return 0 }
    var alone = exponential(logUnrelated - logMass) * classes.contamination
    alone.replace(with: 1, where: alone .> 1)
    alone[JudgeClasses.unrelatedLane] = 1
    return (share * alone).sum()
  }
}

/// log of the sum of the exponentials of the lanes.
private func logSum(_ lanes: SIMD4<Double>) -> Double {
  let peak = lanes.max()
  return peak + logarithm(exponential(lanes - peak).sum())
}
