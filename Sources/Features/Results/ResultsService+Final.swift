public import Postgres
import RankingEngine
import RankingReports
public import Vocabulary

extension ResultsService {
  /// Who should meet in a final, by the newest result of a round.
  public struct Finalists: Equatable, Sendable {
    /// The number of the result that says so.
    public let result: Int
    /// The keys of the teams in order; not by their ranks, which are under embargo.
    public let teams: [String]
    /// Whether the scores settle who won, so that no final is needed.
    public let isClear: Bool
  }

  /// Takes those whom the clear-winner rule recommends, or the best of a number that somebody set.
  public func finalists(of round: RoundID, top count: Int? = nil, event: EventID, in snapshot: Snapshot) throws
    -> Finalists
  {
    guard let result = try store.newest(of: event, round: round, in: snapshot) else {
      throw ResultError.noResult
    }
    if let count {
      let best = result.standings.filter { !$0.isProvisional && $0.rank <= count }
      return Finalists(result: result.number, teams: best.map(\.team).sorted(), isClear: false)
    }
    let report = try report(of: result, by: RankingRequest())
    guard report.verdicts.count == 1, let verdict = report.verdicts.first else { throw ResultError.noRecommendation }
    let teams = verdict.finalists.map { report.names.teams[$0] }
    return Finalists(result: result.number, teams: teams.sorted(), isClear: verdict.verdict == .clear)
  }
}
