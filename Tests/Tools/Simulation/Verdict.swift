import RankingEngine

/// What a way to rank says of an event: teams in order, with their places, and how sure it is.
struct Verdict {
  /// Teams from first to last, those of equal place by position.
  let order: [Int]
  /// The place of each team; teams without one come last together.
  let places: [Int]
  /// How the ranks vary, where it was asked for and all teams can be compared.
  let certainty: RankDistribution?
  /// The probability of each sheet to be unrelated to its team, where the method asks.
  let unrelated: [Double]?

  /// The engine's ranking; where no judge links some teams, which the engine ranks apart, by score over all of them.
  init(_ ranking: Ranking, of book: ScoreBook) {
    if ranking.components.count == 1 {
      let last = book.teamCount + 1
      var places = [Int](repeating: last, count: book.teamCount)
      for standing in ranking.standings { places[standing.team] = standing.rank }
      self.init(ranking, places: places)
    } else {
      var scores = [Double?](repeating: nil, count: book.teamCount)
      for standing in ranking.standings { scores[standing.team] = standing.score }
      self.init(ranking, values: scores)
    }
  }

  /// Another order of the same teams.
  init(_ ranking: Ranking, values: [Double?]) {
    let rounded = values.map { (($0 ?? -1e6) * 1e9).rounded() }
    self.init(ranking, places: rounded.map { value in 1 + rounded.count { $0 > value } })
  }

  private init(_ ranking: Ranking, places: [Int]) {
    self.places = places
    order = places.indices.sorted { places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1] }
    certainty = ranking.components.count == 1 ? ranking.certainty : nil
    unrelated = ranking.ordinal?.unrelatedSheets
  }

  var winners: ArraySlice<Int> { order.prefix { places[$0] == 1 } }
}
