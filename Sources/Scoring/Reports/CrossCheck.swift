/// The prize places under other methods, so that nobody has to take one method's word for them.
public struct CrossCheck: Equatable, Sendable {
  /// The places 1 to 3 of the first component by one method, shared ones included.
  public struct Podium: Equatable, Sendable {
    public let method: RankingMethod
    public let places: [Place]

    public struct Place: Equatable, Sendable {
      public let team: Int
      public let place: Int
    }

    /// The teams of each of the three places.
    func teams(at place: Int) -> Set<Int> { Set(places.filter { $0.place == place }.map(\.team)) }
  }

  public let podiums: [Podium]
  /// The places on which the methods do not agree.
  public let disputed: [Int]

  /// Prizes go to the first three.
  public static let prizes = 3

  /// Ranks by each of the methods, of which one may be ranked already, and compares the first three places.
  ///
  /// Methods whose preconditions do not hold are passed over.
  public init(_ ranking: Ranking, _ book: ScoreBook, methods: [RankingMethod]) {
    podiums = methods.compactMap { method in
      if method == ranking.method { return Podium(ranking) }
      return (try? Ranking(of: book, by: method, draws: 0)).map(Podium.init)
    }
    let all = podiums
    disputed = (1...Self.prizes).filter { place in
      Set(all.map { $0.teams(at: place) }).count > 1
    }
  }
}

extension CrossCheck.Podium {
  init(_ ranking: Ranking) {
    method = ranking.method
    places = ranking.standings.filter { $0.component == 0 && $0.place <= CrossCheck.prizes && !$0.isProvisional }
      .map { Place(team: $0.team, place: $0.place) }
  }
}
