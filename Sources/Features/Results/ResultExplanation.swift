public import RankingEngine
import RankingReports

/// Why a team has its rank: what each sheet adds, who is ahead and behind, and what would change the rank.
///
/// It is computed from the kept sheets, by the method of the result.
public struct ResultExplanation: Sendable {
  /// The team next to it in the ranking.
  public struct Neighbour: Equatable, Sendable {
    public let name: String
    public let rank: Int
    /// How far its score is from the team's, as they are printed; nil without scores.
    public let distance: Double?
    /// How likely it is better than the team; nil where nothing can be said.
    public let isBetter: Double?
  }

  /// What each sheet adds, under an ordinal method.
  public let latent: LatentExplanation?
  public let ahead: Neighbour?
  public let behind: Neighbour?
  /// The judges without whom the rank would be another, with that rank.
  public let changes: [(judge: String, rank: Int)]
  /// Whether the event has too many teams for all of this.
  public let isPartial: Bool

  /// Above this many teams the ranking is not computed again for an explanation.
  private static let mostRanked = 300

  /// - Parameter team: The key of a ranked team.
  public init(of team: String, in result: RankingResult, _ kept: KeptFigures) throws {
    let ranking = try Self.ranking(result, kept)
    let position = kept.names.teams.firstIndex(of: team)
    isPartial = ranking == nil
    latent = position.flatMap { position in ranking.flatMap { Self.latent(of: position, $0) } }
    let standings = result.standings
    let index = standings.firstIndex { $0.team == team } ?? 0
    func neighbour(_ offset: Int) -> Neighbour? {
      guard standings.indices.contains(index + offset),
        standings[index + offset].component == standings[index].component
      else { return nil }
      return Self.neighbour(standings[index + offset], of: standings[index], ranking, kept.names)
    }
    ahead = neighbour(-1)
    behind = neighbour(1)
    let own = standings[index].computedRank
    changes =
      position.flatMap { position in ranking.map { RankWithoutJudge.all(of: position, $0, kept.book) } }?
      .filter { $0.rank != own }.map { (kept.names.judges[$0.judge], $0.rank) } ?? []
  }

  private static func ranking(_ result: RankingResult, _ kept: KeptFigures) throws -> Ranking? {
    guard case .computed(let method) = result.method, result.standings.count <= mostRanked else { return nil }
    return try Ranking(of: kept.book, by: method, across: result.groups == 1)
  }

  /// Nil where the sheets cannot tell judges from teams: then the scores are plain means.
  private static func latent(of team: Int, _ ranking: Ranking) -> LatentExplanation? {
    guard let latent = ranking.ordinal?.explanation(of: team),
      let standing = ranking.standings.first(where: { $0.team == team }),
      let score = latent.conversion.first(where: { $0.quality == latent.quality })?.score,
      abs(score - standing.score) < 1e-6
    else { return nil }
    return latent
  }

  private static func neighbour(
    _ other: RankingResult.Standing, of own: RankingResult.Standing, _ ranking: Ranking?, _ names: RankingNames
  ) -> Neighbour {
    let scores = (own.score.flatMap(Double.init), other.score.flatMap(Double.init))
    let distance = scores.0.flatMap { mine in scores.1.map { abs(mine - $0) } }
    var isBetter: Double?
    if let pairs = ranking?.certainty?.pairs, let mine = names.teams.firstIndex(of: own.team),
      let theirs = names.teams.firstIndex(of: other.team)
    {
      isBetter =
        pairs[RankDistribution.Pair(theirs, mine)] ?? pairs[RankDistribution.Pair(mine, theirs)].map { 1 - $0 }
    }
    return Neighbour(name: other.name, rank: other.rank, distance: distance, isBetter: isBetter)
  }
}
