/// Teams that share a rank.
public struct SharedRank: Equatable, Sendable {
  public let rank: Int
  /// Their keys in order.
  public let teams: [String]
  /// Whether organisers said that they go on sharing it.
  public let isKept: Bool
  /// Whether a prize or the podium hangs on it: it covers one of the first three ranks, or one with a prize.
  public let isOnBoundary: Bool

  /// The ranks that they would have in some order.
  public var covered: ClosedRange<Int> { rank...rank + teams.count - 1 }

  /// Somebody has to decide before the result is approved.
  public var isOpen: Bool { isOnBoundary && !isKept }

  static let podium = 3
}

extension RankingResult {
  /// The shared ranks in order.
  /// - Parameter prized: The ranks for which there is a prize.
  public func sharedRanks(_ prized: Set<Int>) -> [SharedRank] {
    let kept = decisions.reduce(into: [[String]]()) { kept, decision in
      if case .tieKept(_, let teams) = decision.kind { kept.append(teams.sorted()) }
    }
    return Dictionary(grouping: standings) { [$0.component, $0.rank] }.filter { $0.value.count > 1 }
      .sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }
      .map { key, sharing in
        let teams = sharing.map(\.team).sorted()
        let covered = key[1]...key[1] + teams.count - 1
        return SharedRank(
          rank: key[1], teams: teams, isKept: kept.contains(teams),
          isOnBoundary: key[1] <= SharedRank.podium || prized.contains(where: covered.contains))
      }
  }
}
