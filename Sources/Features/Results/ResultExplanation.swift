public import RankingEngine
import RankingReports

/// Why a team has its rank: what each sheet adds, who is ahead and behind, and what would change the rank.
public struct ResultExplanation: Sendable {
  /// The team next to it in the ranking.
  public struct Neighbour: Equatable, Sendable {
    public let team: String
    public let name: String
    public let rank: Int
    /// How far its score is from the team's, as they are printed; nil without scores.
    public let distance: Double?
    /// How likely it is better than the team; nil where nothing can be said.
    public let isBetter: Double?
  }

  /// What each sheet adds, under an ordinal method.
  public let latent: LatentExplanation?
  /// The qualities around the team's with their scores.
  public let conversion: [LatentScore]
  public let ahead: Neighbour?
  public let behind: Neighbour?
  /// The judges without whom the rank would be another, with that rank; nil where there are too many teams.
  public let changes: [(judge: String, rank: Int)]?
}

/// Explains the teams of one kept result.
///
/// What the result keeps is read; only the ranks without single judges are computed, in events of up to 300 teams.
public struct ResultExplanations: Sendable {
  private let result: RankingResult
  private let kept: KeptFigures
  private let latent: LatentFigures?
  private let ranking: Ranking?
  private let withoutJudges: RanksWithoutJudges?

  /// Above this many teams nothing is ranked again for an explanation.
  private static let mostRanked = 300

  /// - Throws: `ScoringError`.
  public init(_ result: RankingResult, _ kept: KeptFigures) throws {
    self.result = result
    self.kept = kept
    if case .computed(let method) = result.method, result.standings.count <= Self.mostRanked {
      ranking = try Ranking(
        of: kept.book, by: method, draws: kept.keepsChances ? 0 : kept.draws, seed: kept.seed,
        across: result.groups == 1)
    } else {
      ranking = nil
    }
    // Results of older versions keep nothing of it.
    latent = kept.latent ?? ranking.flatMap(LatentFigures.init)
    withoutJudges = ranking.map { RanksWithoutJudges($0, kept.book) }
  }

  /// - Parameter team: The key of a ranked team.
  public func explanation(of team: String) -> ResultExplanation? {
    guard let index = result.standings.firstIndex(where: { $0.team == team }),
      let position = kept.names.teams.firstIndex(of: team)
    else { return nil }
    let standing = result.standings[index]
    let explanation = latent?.explanations[position]
    let score = standing.score.flatMap(Double.init)
    let conversion = explanation.flatMap { explanation in
      score.flatMap { latent?.conversion(around: explanation.quality, worth: $0) }
    }
    let changes = withoutJudges?.all(of: position)
      .filter { $0.rank != standing.computedRank }.map { (kept.names.judges[$0.judge], $0.rank) }
    return ResultExplanation(
      latent: explanation, conversion: conversion ?? [], ahead: neighbour(of: index, by: -1),
      behind: neighbour(of: index, by: 1), changes: changes)
  }

  private func neighbour(of index: Int, by offset: Int) -> ResultExplanation.Neighbour? {
    let standings = result.standings
    guard standings.indices.contains(index + offset),
      standings[index + offset].component == standings[index].component
    else { return nil }
    let (own, other) = (standings[index], standings[index + offset])
    let scores = (own.score.flatMap(Double.init), other.score.flatMap(Double.init))
    let distance = scores.0.flatMap { mine in scores.1.map { abs(mine - $0) } }
    return ResultExplanation.Neighbour(
      team: other.team, name: other.name, rank: other.rank, distance: distance,
      isBetter: result.chance(other.team, isBetterThan: own.team) ?? drawn(other.team, over: own.team))
  }

  /// For results of older versions, which keep no chances of pairs.
  private func drawn(_ better: String, over worse: String) -> Double? {
    guard let pairs = ranking?.certainty?.pairs, let one = kept.names.teams.firstIndex(of: better),
      let other = kept.names.teams.firstIndex(of: worse)
    else { return nil }
    return pairs[RankDistribution.Pair(one, other)] ?? pairs[RankDistribution.Pair(other, one)].map { 1 - $0 }
  }
}
