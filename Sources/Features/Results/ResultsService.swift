public import Audit
import CanonicalJSON
public import Postgres
import RankingEngine
public import RankingReports
public import Vocabulary

/// Rankings, kept for ever once they were computed or stated.
public struct ResultsService: Sendable {
  let audit: AuditLog
  let store = ResultStore()
  let versions = ResultVersionStore()
  let facts = ResultFactStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Ranks what a kept result was computed from once more, by any method.
  /// - Throws: `ResultError.onlyStated` where ranks were decided elsewhere.
  public func report(of result: RankingResult, by request: RankingRequest) throws -> RankingReport {
    guard let input = try RankingInput(result) else { throw ResultError.onlyStated }
    return try Self.report(of: input, by: request)
  }

  static func report(of input: RankingInput, by request: RankingRequest) throws -> RankingReport {
    do {
      return try request.report(of: try input.book(), input.names)
    } catch let error as ScoringError {
      throw ResultError.notRankable(error, method: request.method)
    }
  }

  /// Keeps ranks that a jury decided elsewhere.
  /// - Parameter ranks: In any order; ranks count from 1, and shared ones use up those behind them.
  public func state(
    _ ranks: [(team: String, rank: Int)], of event: EventID, in unit: UnitOfWork
  ) throws -> (result: RankingResult, outcome: Outcome) {
    let teams = try store.teams(of: event, in: unit)
    var ranked: [(team: RankingInput.Team, rank: Int)] = []
    for (key, rank) in ranks {
      guard let team = teams.first(where: { $0.key == key }) else {
        throw ResultError.unknownTeam(key, nearest: nearest(to: key, among: teams.map(\.key)))
      }
      guard !ranked.contains(where: { $0.team == team }) else { throw ResultError.teamTwice(key) }
      guard rank > 0 else { throw ResultError.unusableRank(String(rank), team: key) }
      ranked.append((team, rank))
    }
    ranked.sort { ($0.rank, $0.team.key) < ($1.rank, $1.team.key) }
    for (position, entry) in ranked.enumerated() {
      let expected = position > 0 && ranked[position - 1].rank == entry.rank ? entry.rank : position + 1
      guard entry.rank == expected else { throw ResultError.ranksDoNotFollow(found: entry.rank, expected: expected) }
    }
    let slug = try store.slug(of: event, in: unit)
    return try keep(RankingSnapshot.stated(ranked, event: slug), .stated, nil, of: event, in: unit)
  }

  /// The names of the criteria by which a result was computed, by key; none where ranks were only stated.
  public func criterionNames(
    of result: RankingResult, _ event: EventID, in snapshot: Snapshot
  ) throws -> [String: LocalizedText] {
    guard let input = try RankingInput(result) else { return [:] }
    return try store.criterionNames(input.rubric, version: input.rubricVersion, of: event, in: snapshot)
  }

  /// The ends of the prizes where two teams are too close to call.
  public func closeBoundaries(
    of result: RankingResult, _ event: EventID, in snapshot: Snapshot
  ) throws -> [CloseBoundary] {
    result.closeBoundaries(try facts.prizedRanks(of: event, in: snapshot))
  }

  /// The newest result.
  public func newest(of event: EventID, in snapshot: Snapshot) throws -> RankingResult {
    guard let result = try store.newest(of: event, in: snapshot) else { throw ResultError.noResult }
    return result
  }
}
