import ExplanationFormats
import RankingEngine
import Vocabulary

/// A fourth-placed team with names that a page has to make harmless.
enum Sample {
  static let rank = ExplainedRank(
    event: "Jam & more", team: "Team <D>", rank: 4, teamCount: 9, score: 7.34, standardError: 0.31, digits: 2,
    method: "reliability", result: 3, computedAt: "2026-05-22T14:00:00Z", sha256: String(repeating: "ab", count: 32),
    verification: "datajam result verify FILE",
    first: 0.03, ranks: 2...6, tieBreak: nil, isProvisional: false, decisions: [],
    criteria: [criterion("Idea", 0.4, 0...10), criterion("Demo", 0.6, 0...10)], countsShares: false,
    sheets: [
      sheet("J-07", idea: 6, demo: 8, total: 7.2, severity: -0.4, says: 0.31, latent: -0.2, weight: 0.31),
      sheet("J-02", idea: 8.5, demo: 7, total: 7.6, severity: 0.3, says: 0.95, latent: 0.25, weight: 0.33),
    ], isMean: false,
    latent: (0.389, 0, [LatentScore(quality: 0.3, score: 7.25), LatentScore(quality: 0.389, score: 7.34)]),
    ahead: ExplainedRank.Neighbour(rank: 3, name: "Cedar", distance: 0.02, isBetter: 0.5),
    behind: ExplainedRank.Neighbour(rank: 5, name: "Dune", distance: 0.2, isBetter: 0.22),
    changes: [ExplainedRank.Change(judge: "J-02", rank: 6)], isPublic: false)

  private static func criterion(_ name: String, _ weight: Double, _ range: ClosedRange<Int64>)
    -> ExplainedRank.Criterion
  {
    ExplainedRank.Criterion(
      name: name, weight: weight,
      range: (Points(thousandths: range.lowerBound * 1000), Points(thousandths: range.upperBound * 1000)))
  }

  private static func sheet(
    _ judge: String, idea: Double, demo: Double, total: Double, severity: Double, says: Double, latent: Double,
    weight: Double
  ) -> ExplainedRank.Sheet {
    ExplainedRank.Sheet(
      judge: judge, points: [idea, demo].map { Points(thousandths: Int64($0 * 1000)) }, total: total,
      severity: severity, isFlagged: false,
      latent: LatentExplanation.Sheet(sheet: 0, says: says, severity: latent, weight: weight))
  }
}
