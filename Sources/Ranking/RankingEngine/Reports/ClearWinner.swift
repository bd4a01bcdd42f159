/// Whether the scores settle who won a component, and what a final round would take where they do not (docs/scoring.md).
public struct ClearWinner: Equatable, Sendable {
  public let component: Int
  /// The best two teams that are eligible.
  public let first: Int
  public let second: Int
  /// The probability that the first is better than the second.
  public let probability: Double
  public let verdict: Verdict
  /// Who should meet in a final that all judges see: the best three, and others with a chance to be first; at most five.
  public let finalists: [Int]
  /// How many sheets the final costs if every judge of the component who has not seen a finalist does.
  public let sheets: Int

  public enum Verdict: String, Sendable {
    /// From 0.9: announce.
    case clear
    /// From 0.75: announce with the figure.
    case likely
    /// Below: hold a final.
    case open
  }

  /// Fewer draws settle nothing.
  private static let fewestDraws = 100
  /// From here on the winner is clear, and from here on likely.
  public static let clear = 0.9
  public static let likely = 0.75
  private static let chance = 0.1
  private static let mostFinalists = 5

  /// The verdict for each component with two eligible teams; none where nothing can be said.
  public static func all(_ ranking: Ranking, _ book: ScoreBook) -> [ClearWinner] {
    guard let certainty = ranking.certainty, certainty.draws >= fewestDraws else { return [] }
    let parts = Dictionary(grouping: ranking.standings.filter { !$0.isProvisional }, by: \.component)
    let judgesByPart = ranking.components.judgesByPart
    return (0..<ranking.components.count).compactMap { component in
      guard let eligible = parts[component], eligible.count > 1 else { return nil }
      let pair = RankDistribution.Pair(eligible[0].team, eligible[1].team)
      // Two that share the first rank, or are one to the model, are as open as a tossed coin.
      let isShared = eligible[0].rank == eligible[1].rank
      guard let probability = isShared ? 0.5 : certainty.pairs[pair] else { return nil }
      let verdict: Verdict = probability >= clear ? .clear : probability >= likely ? .likely : .open
      let finalists = eligible.enumerated().filter { position, standing in
        position < 3 || (certainty.first[standing.team] ?? 0) >= chance
      }.prefix(mostFinalists).map(\.element)
      let judges = judgesByPart[component].count
      return ClearWinner(
        component: component, first: pair.better, second: pair.worse, probability: probability, verdict: verdict,
        finalists: finalists.map(\.team), sheets: finalists.reduce(0) { $0 + judges - $1.sheets })
    }
  }
}
