/// What the scores say of one judge; for organisers only.
public struct JudgeSummary: Equatable, Sendable {
  public let judge: Int
  public let sheets: Int
  /// What the judge adds to a team's score, with its standard error; above 0 is generous. On the latent scale for the
  /// ordinal methods, otherwise on that of the scores.
  public let severity: Double?
  public let standardError: Double?
  /// How likely residuals as large as this judge's would be by chance, corrected for the number of judges (Holm).
  public let misfit: Double?
  /// The probability that the judge's sheets have nothing to do with the teams, where the method asks.
  public let unrelated: Double?
  public let flags: [Flag]

  public enum Flag: String, Sendable {
    /// All sheets have the same total.
    case constant
    case oneSheet = "one-sheet"
    /// The residuals are larger than chance explains.
    case misfit
    /// The sheets probably have nothing to do with the teams.
    case unrelated
  }

  /// From this corrected probability on a judge's misfit is put down to chance.
  public static let significance = 0.05

  /// - Parameters:
  ///   - crossed: Where severities come from without an ordinal fit.
  ///   - restricted: The fit by REML that residuals are judged by.
  ///   - isEstimable: Whether anything can be said of errors at all.
  static func all(
    _ book: ScoreBook, ordinal: OrdinalFit?, crossed: CrossedEffectsFit?, restricted: CrossedEffectsFit?,
    isEstimable: Bool
  ) -> [JudgeSummary] {
    let misfits = isEstimable ? restricted.flatMap { JudgeMisfit.corrected($0, book) } : nil
    let errors = isEstimable ? ordinal?.severityDeviations ?? crossed?.judgeErrors : nil
    return (0..<book.judgeCount).filter { !book.sheets(ofJudge: $0).isEmpty }.map { judge in
      let totals = book.sheets(ofJudge: judge).map { book.comparedTotals(ofSheet: $0) }
      let misfit = misfits?[judge]
      let unrelated = isEstimable ? ordinal?.unrelatedJudges[judge] : nil
      var flags: [Flag] = []
      if totals.count == 1 {
        flags.append(.oneSheet)
      } else if totals.allSatisfy({ $0 == totals[0] }) {
        flags.append(.constant)
      }
      if let misfit, misfit < significance { flags.append(.misfit) }
      if let unrelated, unrelated > Ranking.flagged { flags.append(.unrelated) }
      return JudgeSummary(
        judge: judge, sheets: totals.count, severity: ordinal?.severities[judge] ?? crossed?.judgeEffects[judge],
        standardError: errors?[judge], misfit: misfit,
        unrelated: unrelated, flags: flags)
    }
  }
}

extension ScoreBook {
  /// A sheet's total as it is compared with others: in whole billionths.
  func comparedTotals(ofSheet sheet: Int) -> Double { (totals[sheet] * 1e9).rounded() }
}
