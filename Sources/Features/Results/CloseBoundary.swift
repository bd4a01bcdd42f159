/// The end of the ranks with a prize where two teams are too close to call.
public struct CloseBoundary: Equatable, Sendable {
  /// The last team with the prize, and the first without it.
  public let inside: RankingResult.Standing
  public let outside: RankingResult.Standing
  /// How likely the first is better than the second.
  public let probability: Double

  /// As likely as that, the order of two teams is too close to call.
  public static let tooClose = 0.4...0.6
}

extension RankingResult {
  /// How likely one team is better than another; nil unless they stand next to each other by the scores.
  public func chance(_ one: String, isBetterThan other: String) -> Double? {
    let order = byScores
    guard let place = order.firstIndex(where: { $0.team == one }) else { return nil }
    if order.indices.contains(place + 1), order[place + 1].team == other {
      return order[place].pNext.flatMap(Double.init)
    }
    guard place > 0, order[place - 1].team == other else { return nil }
    return order[place - 1].pNext.flatMap(Double.init).map { 1 - $0 }
  }

  /// The ranks behind which another prize or none begins, where the two teams there are too close to call.
  /// - Parameter prized: The ranks for which there is a prize; without any, the first three count.
  public func closeBoundaries(_ prized: Set<Int>) -> [CloseBoundary] {
    let prized = prized.isEmpty ? Set(1...SharedRank.podium) : prized
    return zip(standings, standings.dropFirst()).compactMap { inside, outside in
      guard inside.component == outside.component, inside.rank != outside.rank,
        (inside.rank...outside.rank).contains(where: prized.contains),
        let probability = chance(inside.team, isBetterThan: outside.team),
        CloseBoundary.tooClose.contains(probability)
      else { return nil }
      return CloseBoundary(inside: inside, outside: outside, probability: probability)
    }
  }

  /// The order of the scores, without what organisers decided.
  private var byScores: [Standing] {
    standings.sorted { ($0.component, $0.computedRank, $0.team) < ($1.component, $1.computedRank, $1.team) }
  }
}
