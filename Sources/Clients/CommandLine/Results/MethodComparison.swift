import RankingEngine
import RankingReports
import Results

/// A kept result ranked once more, by its own method and by all others, from what it was computed from.
struct MethodComparison {
  /// The result's own ranking.
  let report: RankingReport
  /// The ranks of the teams by key under each method that can rank them.
  let ranks: [(method: RankingMethod, ranks: [String: Int])]

  init(_ result: RankingResult, _ service: ResultsService) throws {
    guard case .computed(let method) = result.method else { throw ResultError.onlyStated }
    func ranked(_ method: RankingMethod, draws: Int) throws -> RankingReport {
      try service.report(of: result, by: RankingRequest(method: method, draws: draws, across: true))
    }
    // A few draws bring the judges' severities along; the figures that were kept are not computed again.
    report = try ranked(method, draws: 100)
    ranks = RankingMethod.allCases.compactMap { method in
      guard let other = try? ranked(method, draws: 0) else { return nil }
      let names = other.names.teams
      return (
        method, Dictionary(uniqueKeysWithValues: other.ranking.standings.map { (names[$0.team], $0.rank) })
      )
    }
  }
}
