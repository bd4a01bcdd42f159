public import Scoring

/// A ranking with the names and the book that it was made from: everything that can be said of it.
public struct RankingReport: Sendable {
  public let ranking: Ranking
  public let book: ScoreBook
  public let names: RankingNames
  /// The digest of the input in hexadecimal.
  public let inputDigest: String
  public let verdicts: [ClearWinner]
  /// The podium by other methods, where it was compared.
  public let crossCheck: CrossCheck?
  /// The engine's findings in words, and the door's own.
  public let warnings: [RankingWarning]

  /// - Parameter notes: What the door has to add to the engine's findings.
  public init(
    _ ranking: Ranking, _ book: ScoreBook, _ names: RankingNames, inputDigest: String, crossCheck: CrossCheck?,
    notes: [RankingWarning] = []
  ) {
    self.ranking = ranking
    self.book = book
    self.names = names
    self.inputDigest = inputDigest
    self.crossCheck = crossCheck
    verdicts = ClearWinner.all(ranking, book)
    let disagreements = crossCheck.map { $0.warnings(names) } ?? []
    warnings = notes + disagreements + ranking.findings.map { $0.warning(names, book) }
  }

  var hasOneComponent: Bool { ranking.components.count == 1 }
}
