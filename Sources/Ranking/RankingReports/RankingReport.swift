public import Digests
public import RankingEngine

/// A ranking with the names and the book that it was made from: everything that can be said of it.
public struct RankingReport: Sendable {
  public let ranking: Ranking
  public let book: ScoreBook
  public let names: RankingNames
  /// The SHA-256 of everything that is ranked, in hexadecimal; the order of the input does not matter.
  public let inputDigest: String
  public let verdicts: [ClearWinner]
  /// The podium by other methods, where it was compared.
  public let crossCheck: CrossCheck?
  /// The engine's findings in words, and the client's own.
  public let warnings: [RankingWarning]
  /// Digits enough to tell neighbours apart, from two to six.
  let digits: Int

  /// - Parameters:
  ///   - digest: That of the book and the names, where it was computed before.
  ///   - notes: What the client has to add to the engine's findings.
  public init(
    _ ranking: Ranking, _ book: ScoreBook, _ names: RankingNames, crossCheck: CrossCheck?,
    digest: SHA256Digest? = nil, notes: [RankingWarning] = []
  ) {
    self.ranking = ranking
    self.book = book
    self.names = names
    inputDigest = (digest ?? RankingDigest.digest(of: book, names)).description
    self.crossCheck = crossCheck
    digits = Self.digits(ranking.standings)
    verdicts = ClearWinner.all(ranking, book)
    let disagreements = crossCheck.map { $0.warnings(names) } ?? []
    warnings = notes + disagreements + ranking.findings.map { $0.warning(names, book) }
  }

  /// How likely each team is better than the next one of its part, by team.
  public var chancesOverNext: [Int: Double] {
    zip(ranking.standings, ranking.standings.dropFirst()).reduce(into: [:]) { chances, pair in
      chances[pair.0.team] = ranking.certainty?.pairs[RankDistribution.Pair(pair.0.team, pair.1.team)]
    }
  }

  /// Whether all ranks stand in one order that can be compared.
  var hasOneComponent: Bool { ranking.components.count == 1 }

  /// A team's score with digits enough to tell it from its neighbours.
  public func scoreText(_ standing: Ranking.Standing) -> String { fixed(standing.score, digits) }
}
