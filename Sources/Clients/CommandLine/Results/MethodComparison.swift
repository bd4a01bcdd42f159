import RankingEngine
import RankingReports
import Results

/// The ranks of a kept result by its own method and by others; its own are those that were kept.
struct MethodComparison {
  /// The ranks of the teams by key under each method that can rank them.
  let ranks: [(method: RankingMethod, ranks: [String: Int])]
  /// Whether methods were left out because they take long for so many teams.
  let isPartial: Bool

  /// Above this many teams only quick methods are compared, unless all are asked for.
  private static let mostCompared = 300

  /// - Parameter all: Whether slow methods are compared however many teams there are.
  init(_ result: RankingResult, _ kept: KeptFigures, all: Bool) {
    let isPartial = !all && result.standings.count > Self.mostCompared
    let methods = RankingMethod.allCases.filter { !isPartial || $0.isQuick || result.method == .computed($0) }
    ranks = methods.compactMap { method in
      if result.method == .computed(method) {
        let ranks = result.standings.map { ($0.team, $0.computedRank) }
        return (method, Dictionary(ranks) { first, _ in first })
      }
      guard let ranking = try? Ranking(of: kept.book, by: method, draws: 0, across: true) else { return nil }
      let teams = kept.names.teams
      return (method, Dictionary(uniqueKeysWithValues: ranking.standings.map { (teams[$0.team], $0.rank) }))
    }
    self.isPartial = isPartial
  }
}
