public import RankingEngine

/// The reports beside a ranking: who scored whom, how each judge scored, what the podium hangs on, how close neighbours
/// are.
public struct RankingAnalysis: Sendable {
  public let design: DesignReport
  public let judges: JudgeReport
  public let sensitivity: Sensitivity

  public init(_ ranking: Ranking, _ book: ScoreBook) {
    design = DesignReport(of: book)
    judges = JudgeReport(ranking, book)
    sensitivity = Sensitivity(ranking, book)
  }
}

extension Sensitivity {
  /// The variations under which another team would win.
  func changedWinners(_ variations: [Variation]) -> [Variation] {
    variations.filter { $0.podium.teams(at: 1) != podium.teams(at: 1) }
  }

  /// The variations under which the winner stays but another prize changes hands.
  func changedPrizes(_ variations: [Variation]) -> [Variation] {
    variations.filter { $0.podium != podium && $0.podium.teams(at: 1) == podium.teams(at: 1) }
  }
}
