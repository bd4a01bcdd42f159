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

  /// Sheets that are left out: their sites stay flat and they add nothing to the evidence.
  private var isMuted: [Bool]

  private static let tolerance = 2e-3

  init(_ design: SheetDesign, _ classes: JudgeClasses, _ point: VariancePoint, _ likelihoods: SheetLikelihoods) {
    self.design = design
    self.classes = classes
    self.point = point
    let start = 0.5 / max(point.residual, 0.1)
    let sheets = likelihoods.patterns.count
    precisions = [Double](repeating: start, count: sheets)
    naturalMeans = likelihoods.patterns.map { start * likelihoods.patternMeans[Int($0)] }
    posterior = GaussianPosterior(design)
    judgeClasses = [SIMD4<Double>](repeating: .zero, count: design.judgeCount)
    unrelatedSheets = [Double](repeating: 0, count: sheets)
    isMuted = [Bool](repeating: false, count: sheets)
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
    // Numbers of one sweep, which no fit has to keep.
    var sheets = SheetSweep(sheets: precisions.count)
    for sweep in 0..<sweeps {
      sweepOnce(tables, &sheets)
      change = 0
      for sheet in precisions.indices {
        change = max(change, abs(sheets.targetPrecisions[sheet] - precisions[sheet]) / (1 + precisions[sheet]))
      }
      if sweep == sweeps - 1 || change < Self.tolerance { break }
      let damping = sweep == 0 ? 1 : sweep < 6 ? 0.8 : sweep < 14 ? 0.5 : 0.3
      for sheet in precisions.indices {
        precisions[sheet] += damping * (sheets.targetPrecisions[sheet] - precisions[sheet])
        naturalMeans[sheet] += damping * (sheets.targetNaturals[sheet] - naturalMeans[sheet])
      }
    }
  }

  /// One sweep: posterior, cavities, moments, classes, evidence, and the sites that would match the moments.
  private mutating func sweepOnce(_ tables: ClassTables, _ sheets: inout SheetSweep) {
    posterior.update(design, point, precisions: precisions, naturalMeans: naturalMeans, &sheets)
    let quadrature = TiltedMoments.Quadrature()
    var masses = [Double](repeating: 0, count: design.judgeCount)
    var cavities: [Cavity] = []
    tables.values.withUnsafeBufferPointer { table in
      for judge in 0..<design.judgeCount {
        cavities.removeAll(keepingCapacity: true)
        var logs = classes.logPrior
        for sheet in design.book.sheets(ofJudge: judge) {
          guard !isMuted[sheet] else {
            sheets.aim(sheet, precision: 0, natural: 0)
            continue
          }
          let cavity = cavity(of: sheet, sheets, tables, table, quadrature)
          logs += cavity.moments.logMass
          cavities.append(cavity)
        }
        let mass = logSum(logs)
        masses[judge] = mass
        judgeClasses[judge] = exponential(logs - mass)
        for cavity in cavities { match(cavity, logs, mass, tables, &sheets) }
      }
    }
    logEvidence = sheets.evidence(from: masses.reduce(0, +) - 0.5 * posterior.logDeterminant) { !isMuted[$0] }
  }

  /// A sheet's distribution without its own site, and the moments of its likelihood under that.
  private struct Cavity {
    let sheet: Int
    let precision: Double
    let natural: Double
    let moments: TiltedMoments
  }

  @inline(__always)
  private func cavity(
    of sheet: Int, _ sheets: borrowing SheetSweep, _ tables: borrowing ClassTables,
    _ table: UnsafeBufferPointer<SIMD4<Double>>, _ quadrature: borrowing TiltedMoments.Quadrature
  ) -> Cavity {
    let variance = sheets.variances[sheet]
    let precision = max(1 / variance - precisions[sheet], 0.01)
    let natural = sheets.means[sheet] / variance - naturalMeans[sheet]
    let start = Int(tables.patterns[sheet]) * LatentGrid.count
    let row = UnsafeBufferPointer(rebasing: table[start..<start + LatentGrid.count])
    return Cavity(
      sheet: sheet, precision: precision, natural: natural,
      moments: TiltedMoments(row, mean: natural / precision, deviation: 1 / precision.squareRoot(), quadrature))
  }

  /// Finds the site that would match a sheet's moments, with its judge's class summed out, and what it adds to the evidence.
  @inline(__always)
  private mutating func match(
    _ cavity: Cavity, _ logs: SIMD4<Double>, _ judgeMass: Double, _ tables: borrowing ClassTables,
    _ sheets: inout SheetSweep
  ) {
    let (sheet, moments) = (cavity.sheet, cavity.moments)
    let others = logs - moments.logMass
    let othersMass = logSum(others)
    let weighted = others - othersMass + moments.logMass
    let mass = logSum(weighted)
    let share = exponential(weighted - mass)
    let mean = (share * moments.first).sum()
    let variance = max((share * moments.second).sum() - mean * mean, 1e-5)
    let (precision, natural) = (cavity.precision, cavity.natural)
    let (full, fullNatural) = (precision + precisions[sheet], natural + naturalMeans[sheet])
    sheets.evidence[sheet] = (
      0.5 * naturalMeans[sheet] * sheets.means[sheet] + mass + othersMass - judgeMass,
      natural * natural / (2 * precision) - 0.5 * logarithm(precision),
      fullNatural * fullNatural / (2 * full) - 0.5 * logarithm(full)
    )
    let target = max(1 / variance - precision, 1e-4)
    sheets.aim(sheet, precision: target, natural: mean * (target + precision) - natural)
    unrelatedSheets[sheet] = unrelated(share, moments.logMass, tables.unrelated[Int(tables.patterns[sheet])])
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
