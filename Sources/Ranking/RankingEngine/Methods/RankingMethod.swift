/// A way to turn sheets into a ranking; docs/scoring.md says which one is for what.
public enum RankingMethod: String, CaseIterable, Sendable {
  /// The mean of the sheets' totals, exact: what anybody can check with a calculator.
  case raw
  /// The mean without the highest and the lowest sheet, where a team has three or more.
  case trimmed
  case median
  /// The mean of each sheet's distance from its judge's mean, in the judge's standard deviations.
  case zscore
  /// Team plus judge by additive least squares.
  case leastSquares = "least-squares"
  /// Team plus judge as crossed random effects: variances by REML, effects by BLUP.
  case reml
  /// Crossed random effects, averaged over the ratios of the variances.
  case integrated
  /// An ordinal model of every score, without doubts about judges.
  case ordinal
  /// The ordinal model with doubts about judges and sheets: the default.
  case reliability
  /// The mean share of a judge's other teams that a team beats.
  case borda
  /// Wins less losses against all other teams, by majority of the judges who scored both.
  case copeland
  /// The strongest paths between teams in the judges' comparisons.
  case schulze
  /// The strength that makes the judges' comparisons likeliest.
  case bradleyTerry = "bradley-terry"

  /// Whether the scores are on the scale of the input; otherwise they are the method's own values.
  public var isOnInputScale: Bool {
    switch self {
    case .raw, .trimmed, .median, .leastSquares, .reml, .integrated, .ordinal, .reliability: true
    case .zscore, .borda, .copeland, .schulze, .bradleyTerry: false
    }
  }

  /// Whether it takes n log n of the sheets only, so that thousands of teams are ranked at once.
  public var isQuick: Bool {
    switch self {
    case .raw, .trimmed, .median, .zscore, .borda: true
    case .leastSquares, .reml, .integrated, .ordinal, .reliability, .copeland, .schulze, .bradleyTerry: false
    }
  }

  /// The default for these scores: `reliability` up to 20 levels a criterion, `integrated` above, where nearly every
  /// score is a level of its own.
  public static func standard(for book: ScoreBook) -> RankingMethod {
    (0..<book.criterionCount).allSatisfy { book.levels(of: $0).count <= 20 } ? .reliability : .integrated
  }
}
