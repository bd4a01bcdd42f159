import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// Decisions beside the scores: each makes a further version that keeps the computed ranks.
extension ResultsService {
  /// How somebody wants a tie decided.
  public enum TieChoice: Equatable, Sendable {
    case jury
    case vote
    case lot
    /// The teams go on sharing the rank.
    case keep
  }

  /// Decides a tie in the newest result.
  /// - Parameters:
  ///   - teams: All teams that share the rank, for a jury and a vote the best first.
  ///   - order: The order, where it is said apart from the teams.
  public func decideTie(
    _ teams: [String], _ choice: TieChoice, order: [String]? = nil, because reason: String, of event: EventID,
    in unit: UnitOfWork
  ) throws -> RankingResult {
    try decide(because: reason, of: event, in: unit) { result in
      let standings = try teams.map { try standing($0, in: result) }
      guard let rank = standings.first?.rank, standings.allSatisfy({ $0.rank == rank }), teams.count > 1 else {
        throw DecisionError.noTie(teams)
      }
      if let order, order.sorted() != teams.sorted() { throw DecisionError.orderOfOthers }
      switch choice {
      case .keep: return .tieKept(rank: rank, teams: teams.sorted())
      case .jury: return .tieBroken(rank: rank, teams: order ?? teams, .jury)
      case .vote: return .tieBroken(rank: rank, teams: order ?? teams, .vote)
      case .lot:
        guard order == nil else { throw DecisionError.orderOfLot }
        let lot = RandomDraw(of: teams, from: try result.lotDigest)
        return .tieBroken(rank: rank, teams: lot.order, .lot(seed: lot.seed))
      }
    }
  }

  /// Moves a team to a rank in the newest result, whatever the scores say; the others keep their order.
  public func move(
    _ team: String, to rank: Int, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> RankingResult {
    try decide(because: reason, of: event, in: unit) { result in
      let standing = try standing(team, in: result)
      let isShared = result.standings.filter { $0.rank == standing.rank }.count > 1
      guard standing.rank != rank || isShared else { throw DecisionError.hasThatRank(team, rank) }
      return .moved(team: team, from: standing.rank, to: rank)
    }
  }

  private func standing(_ team: String, in result: RankingResult) throws -> RankingResult.Standing {
    guard let standing = result.standings.first(where: { $0.team == team }) else {
      throw ResultError.unknownTeam(team, nearest: nearest(to: team, among: result.standings.map(\.team)))
    }
    return standing
  }

  /// Adds a decision to those of the newest result, in a further version.
  private func decide(
    because reason: String, of event: EventID, in unit: UnitOfWork,
    _ choose: (RankingResult) throws -> Decision.Kind
  ) throws -> RankingResult {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw DecisionError.reasonNeeded }
    try EventLock.take(for: event, in: unit)
    let version = try self.version(nil, of: event, in: unit)
    guard version.retraction == nil else { throw ResultVersionError.retracted(version.number) }
    guard version.isFrozen else { throw DecisionError.notFrozen(round: version.round ?? "") }
    let result = try result(version, of: event, in: unit)
    guard result.groups == 1 else { throw DecisionError.severalParts }
    let at = try facts.time(in: unit).description
    let decision = Decision(try choose(result), by: unit.principal.name, reason: reason, at: at)
    let body = RankingSnapshot.body(of: try JSON(parsing: result.snapshot))
    // Numbers are those of the newest version, which a retracted one may be.
    let newest = try newest(of: event, in: unit)
    let decided = try append(
      body, result.method, try facts.round(of: version.number, event, in: unit), after: (newest, reason),
      result.decisions + [decision], of: event, in: unit)
    try audit.did(
      "decided", "result", String(decided.number), [AuditField("decision", decision.json)], of: event, in: unit)
    return decided
  }
}

extension RankingResult {
  /// What a lot is drawn from: the digest of the scores, or of the ranks where they were only stated.
  var lotDigest: String {
    get throws { try RankingSnapshot.lotDigest(of: JSON(parsing: snapshot)) }
  }
}
