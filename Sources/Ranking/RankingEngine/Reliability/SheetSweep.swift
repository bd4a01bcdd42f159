/// The numbers of each sheet that one sweep of expectation propagation passes on; 40 bytes a sheet.
struct SheetSweep {
  /// The posterior mean and variance of each sheet's latent score.
  private(set) var means: [Double]
  private(set) var variances: [Double]
  /// What each sheet adds to the evidence, in the order in which it is added; the last is taken off.
  var evidence: [(Double, Double, Double)]

  /// The site that would match a sheet's moments; it takes the place of the posterior, which is not needed after that.
  var targetPrecisions: [Double] { _read { yield variances } }
  var targetNaturals: [Double] { _read { yield means } }

  init(sheets: Int) {
    means = [Double](repeating: 0, count: sheets)
    variances = means
    evidence = [(Double, Double, Double)](repeating: (0, 0, 0), count: sheets)
  }

  mutating func place(_ sheet: Int, mean: Double, variance: Double) {
    means[sheet] = mean
    variances[sheet] = variance
  }

  mutating func aim(_ sheet: Int, precision: Double, natural: Double) {
    variances[sheet] = precision
    means[sheet] = natural
  }

  /// Adds up in the order of the sheets, so that the order of the judges changes no digit.
  func evidence(from start: Double, where counts: (Int) -> Bool) -> Double {
    var sum = start
    for sheet in evidence.indices where counts(sheet) {
      sum += evidence[sheet].0
      sum += evidence[sheet].1
      sum -= evidence[sheet].2
    }
    return sum
  }
}
