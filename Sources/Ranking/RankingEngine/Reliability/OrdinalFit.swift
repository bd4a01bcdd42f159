/// The ordinal model of every score, averaged over the plausible sizes of its effects: the `reliability` and the `ordinal`
/// ranking (formulas and evidence: docs/scoring.md).
public struct OrdinalFit: Sendable {
  /// The latent quality of each team, nil without a sheet: its posterior mean and standard deviation.
  public let means: [Double?]
  public let deviations: [Double?]
  /// What each judge adds to the latent score, and the standard deviation of that; above 0 is generous.
  public let severities: [Double]
  public let severityDeviations: [Double]
  /// The probability that a judge's sheets have nothing to do with the teams.
  public let unrelatedJudges: [Double]
  /// The probability that a sheet has nothing to do with its team, in the book's order of sheets.
  public let unrelatedSheets: [Double]
  /// The expected stretch of each judge's scale.
  public let stretches: [Double]
  public let logMarginalLikelihood: Double
  /// The posterior mean of the common mean, and of the variances on the latent scale.
  public let mean: Double
  public let variances: (team: Double, judge: Double, room: Double, residual: Double)
  /// The largest change in the last sweep of a fit that counts; above 0.1 the fit has not converged.
  public let change: Double

  let scale: LatentScale
  let components: [Component]

  /// A fit at one guess of the variances with its posterior probability.
  struct Component: Sendable {
    let fit: ExpectationPropagation
    let probability: Double
  }
}
