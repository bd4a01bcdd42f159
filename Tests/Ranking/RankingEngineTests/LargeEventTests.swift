import Testing

@testable import RankingEngine

/// What large events are ranked by against the complete computation, on small ones.
@Suite struct LargeEventTests {
  private static func book(_ seed: UInt64 = 3, teams: Int = 90, judges: Int = 12) throws -> ScoreBook {
    let design = RandomDesign(teams: teams, judges: judges, share: 0.4, levels: 5)
    return try design.book(design.sheets(seed: seed))
  }

  @Test(arguments: [.reliability, .raw, .integrated] as [RankingMethod])
  func `followed ranks and compared pairs are those of the complete count`(_ method: RankingMethod) throws {
    let book = try Self.book()
    let ranking = try Ranking(of: book, by: method, draws: 500)
    let behind = ModelBehind(ordinal: ranking.ordinal, crossed: ranking.crossed, book: book)
    let complete = try #require(behind.distribution(ranking.standings, draws: 500, seed: 1))
    let followed = try #require(behind.distribution(ranking.standings, draws: 500, seed: 1, mostFollowed: 60))
    #expect(complete.first == followed.first && complete.topThree == followed.topThree)
    let leaders = ranking.standings.prefix(RankDistribution.leaders).map(\.team)
    #expect(leaders.allSatisfy { complete.intervals[$0] != nil && complete.intervals[$0] == followed.intervals[$0] })
    #expect(followed.intervals.count { $0 != nil } == RankDistribution.leaders)
    #expect(!followed.pairs.isEmpty && followed.pairs.count < complete.pairs.count)
    #expect(followed.pairs.allSatisfy { complete.pairs[$0.key] == $0.value })
    #expect(zip(leaders, leaders.dropFirst()).allSatisfy { followed.pairs[.init($0, $1)] != nil })
  }

  @Test func `parts are followed each by itself`() throws {
    let (one, other) = (RandomDesign(teams: 70, judges: 9), RandomDesign(teams: 8, judges: 4, share: 1))
    let sheets = one.sheets(seed: 5) + other.sheets(seed: 6).map { ($0.judge + 9, $0.team + 70, $0.points) }
    let book = try Sample.book(sheets, teams: 78, judges: 13)
    let ranking = try Ranking(of: book, by: .raw, draws: 100)
    let behind = ModelBehind(ordinal: nil, crossed: ranking.crossed, book: book)
    let followed = try #require(behind.distribution(ranking.standings, draws: 100, seed: 1, mostFollowed: 20))
    let complete = try #require(ranking.certainty)
    #expect((70..<78).allSatisfy { followed.intervals[$0] != nil && followed.intervals[$0] == complete.intervals[$0] })
    #expect(followed.intervals[..<70].count { $0 != nil } == RankDistribution.leaders)
  }

  @Test func `a component at the limit is followed whole`() throws {
    let book = try Self.book()
    let ranking = try Ranking(of: book, by: .raw, draws: 50)
    let behind = ModelBehind(ordinal: nil, crossed: ranking.crossed, book: book)
    let teams = ranking.standings.count
    let whole = behind.distribution(ranking.standings, draws: 50, seed: 1, mostFollowed: teams)
    let part = behind.distribution(ranking.standings, draws: 50, seed: 1, mostFollowed: teams - 1)
    #expect(whole?.intervals.count { $0 != nil } == teams)
    #expect(part?.intervals.count { $0 != nil } == RankDistribution.leaders)
  }

  /// The balance of each tied team counted pair by pair, as the rule is worded.
  private static func balances(among tied: [Int], _ book: ScoreBook) -> [Int: Double] {
    tied.reduce(into: [:]) { balances, one in
      balances[one] = tied.filter { $0 != one }.reduce(0.0) { sum, other in
        let votes = book.sheets(ofTeam: one).reduce(0) { votes, own in
          let rival = book.sheets(ofTeam: other).first { book.judges[$0] == book.judges[own] }
          guard let rival else { return votes }
          let gap = book.comparedTotals[own] - book.comparedTotals[rival]
          return votes + (gap > 0 ? 1 : gap < 0 ? -1 : 0)
        }
        return sum + Double(votes.signum())
      }
    }
  }

  @Test func `head to head looks at every pair with a common judge`() throws {
    for book in try RandomDesign.books(40, RandomDesign(teams: 9, judges: 5, levels: 3)) {
      var rung = HeadToHead(book)
      for tied in [[0, 1], [2, 3, 5, 7], Array(0..<9)] {
        #expect(rung.values(among: tied) == Self.balances(among: tied, book))
      }
    }
  }

  @Test func `more than a thousand tied teams are not compared in pairs`() throws {
    for (teams, rung) in [(1_000, TieBreak.headToHead), (1_001, .medianSheet)] {
      // Two of three judges put the first team before each other; all means are 4.
      let sheets: [RandomDesign.Sheet] = (0..<teams).flatMap { team -> [RandomDesign.Sheet] in
        (team == 0 ? [5, 5, 2] : [4, 4, 4]).enumerated().map { ($0.offset, team, [$0.element]) }
      }
      let standings = try Ranking(of: try Sample.book(sheets), by: .raw, draws: 0).standings
      #expect(standings.first?.team == 0 && standings.first?.tieBreak == rung)
      #expect(standings.dropFirst().allSatisfy { $0.rank == 2 && $0.tieBreak == .shared })
    }
  }

  @Test func `sheets with the same scores share a pattern`() throws {
    let categories: [[Int?]] = [[0, 1, 0, nil, 0, nil], [2, 0, 2, 2, nil, 2]]
    let found = SheetPatterns(categories, sheets: 6)
    #expect(found.patterns == [0, 1, 0, 2, 3, 2] && found.examples == [0, 1, 3, 4])
  }

  @Test func `the same scores give the same numbers once more`() throws {
    let (one, other) = try (
      Ranking(of: Self.book(), draws: 200, seed: 9), Ranking(of: Self.book(), draws: 200, seed: 9)
    )
    #expect(one.standings == other.standings && one.certainty?.intervals == other.certainty?.intervals)
    #expect(one.certainty?.pairs == other.certainty?.pairs && one.certainty?.first == other.certainty?.first)
  }
}
