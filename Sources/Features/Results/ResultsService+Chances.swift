public import Postgres
import RankingEngine
public import Vocabulary

extension ResultsService {
  /// How likely each team with a ready sheet is the best, by the round's own method, as it stands now.
  ///
  /// Under embargo, like the ranking itself: it decides where further sheets go, and is neither kept nor shown.
  /// - Throws: `ResultError.noChances` where the sheets cannot say it yet.
  public func chances(in round: RoundID, of event: EventID, _ snapshot: Snapshot) throws -> [String: Double] {
    let input = try store.input(of: round, event, in: snapshot)
    guard !input.sheets.isEmpty else { throw ResultError.noReadySheets(round: input.round) }
    let method = try store.method(of: round, event, in: snapshot)
    let ranking: Ranking
    do {
      ranking = try Ranking(of: input.book(), by: method)
    } catch let error as ScoringError {
      throw ResultError.notRankable(error, method: method)
    }
    guard ranking.components.count == 1, let first = ranking.certainty?.first else {
      throw ResultError.noChances(round: input.round)
    }
    return zip(input.teams, first).reduce(into: [:]) { chances, entry in chances[entry.0.key] = entry.1 }
  }
}
