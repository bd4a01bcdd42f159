/// The podium under several methods, so that nobody has to take one method's word for it.
public struct CrossCheck: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let method: RankingMethod
    public let podium: Podium
  }

  public let entries: [Entry]

  /// Ranks by each of the methods, of which one may be ranked already; methods whose preconditions do not hold are passed
  /// over.
  public init(_ ranking: Ranking, _ book: ScoreBook, methods: [RankingMethod]) {
    entries = methods.compactMap { method in
      if method == ranking.method { return Entry(method: method, podium: Podium(ranking)) }
      return (try? Ranking(of: book, by: method, draws: 0)).map { Entry(method: method, podium: Podium($0)) }
    }
  }

  /// The ranks on which the methods do not agree.
  public var disputed: [Int] {
    (1...Podium.prizes).filter { rank in Set(entries.map { $0.podium.teams(at: rank) }).count > 1 }
  }
}
