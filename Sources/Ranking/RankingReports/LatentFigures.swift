public import RankingEngine

/// How an ordinal model comes to every team's quality, and the scores that qualities stand for.
public struct LatentFigures: Equatable, Sendable {
  /// By the book's order of teams; nil for a team without a sheet.
  public let explanations: [LatentExplanation?]
  /// In steps of 0.1 of quality.
  public let conversion: [LatentScore]

  public init(explanations: [LatentExplanation?], conversion: [LatentScore]) {
    self.explanations = explanations
    self.conversion = conversion
  }

  /// Nil where the method is no ordinal one, or the scores are plain means.
  public init?(_ ranking: Ranking) {
    guard let fit = ranking.ordinal, !ranking.scoresAreMeans else { return nil }
    self.init(explanations: fit.explanations, conversion: fit.conversion)
  }

  /// The qualities around one, two on either side, with their scores.
  public func conversion(around quality: Double, worth score: Double) -> [LatentScore] {
    let lower = conversion.filter { $0.quality < quality }.suffix(2)
    let higher = conversion.filter { $0.quality > quality }.prefix(2)
    return lower + [LatentScore(quality: quality, score: score)] + higher
  }
}
