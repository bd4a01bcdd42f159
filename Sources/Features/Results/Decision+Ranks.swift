/// Ranks by team, as decisions change them; teams that share a rank use up those behind it.
typealias Ranks = [String: Int]

extension Decision {
  /// The ranks after this decision.
  /// - Throws: `DecisionError` where it does not fit the ranks.
  func applied(to ranks: Ranks) throws(DecisionError) -> Ranks {
    switch kind {
    case .tieKept(let rank, let teams):
      try Self.requireTie(teams, at: rank, in: ranks)
      return ranks
    case .tieBroken(let rank, let teams, _):
      try Self.requireTie(teams, at: rank, in: ranks)
      return teams.enumerated().reduce(into: ranks) { $0[$1.element] = rank + $1.offset }
    case .moved(let team, let from, let to):
      guard ranks[team] == from else { throw .notAtRank(team, from) }
      return try Self.moving(team, to: to, in: ranks)
    }
  }

  /// The teams have to be all that share the rank, each once.
  private static func requireTie(_ teams: [String], at rank: Int, in ranks: Ranks) throws(DecisionError) {
    let sharing = ranks.filter { $0.value == rank }.keys.sorted()
    guard sharing.count > 1, teams.sorted() == sharing else { throw .notTheTie(teams, rank: rank, sharing: sharing) }
  }

  private static func moving(_ team: String, to rank: Int, in ranks: Ranks) throws(DecisionError) -> Ranks {
    guard (1...ranks.count).contains(rank) else { throw .beyondRanks(rank, last: ranks.count) }
    var order = ranks.filter { $0.key != team }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { (team: $0.key, old: $0.value) }
    // Between teams that share a rank there is none to move to.
    if order.indices.contains(rank - 1), rank > 1, order[rank - 1].old == order[rank - 2].old {
      throw .withinTie(rank, order.filter { $0.old == order[rank - 1].old }.map(\.team))
    }
    order.insert((team, 0), at: rank - 1)
    var moved: Ranks = [:]
    for (index, entry) in order.enumerated() {
      let isShared = index > 0 && entry.team != team && order[index - 1].old == entry.old
      moved[entry.team] = isShared ? moved[order[index - 1].team] ?? index + 1 : index + 1
    }
    return moved
  }
}
