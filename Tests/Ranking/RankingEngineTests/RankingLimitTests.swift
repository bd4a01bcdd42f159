import Testing

@testable import RankingEngine

/// Scores of too many judges, teams or comparisons are refused before anything is computed.
@Suite struct RankingLimitTests {
  /// A chain in which each judge scores a team and the next.
  private static func chain(_ length: Int) throws -> ScoreBook {
    let sheets: [RandomDesign.Sheet] = (0..<length).flatMap { judge -> [RandomDesign.Sheet] in
      [(judge, judge, [Int64(judge % 5)]), (judge, (judge + 1) % length, [Int64(judge % 3)])]
    }
    return try Sample.book(sheets)
  }

  @Test func `each method names its limit`() throws {
    let book = try Self.chain(10_001)
    let limits: [(RankingMethod, RankingLimit.Size, Int)] = [
      (.reliability, .judges, 3_000), (.ordinal, .judges, 3_000), (.integrated, .judgesOrTeams, 2_000),
      (.reml, .judgesOrTeams, 10_000), (.leastSquares, .judgesOrTeams, 10_000), (.schulze, .linkedTeams, 10_000),
    ]
    for (method, size, most) in limits {
      let limit = try #require(RankingLimit.passed(by: method, book, draws: 0), "\(method)")
      #expect(limit.size == size && limit.most == most && limit.found == 10_001 && !limit.isOfDraws)
    }
  }

  @Test(arguments: [.raw, .trimmed, .median, .zscore, .borda, .copeland, .bradleyTerry] as [RankingMethod])
  func `plain methods are limited by their probabilities only`(_ method: RankingMethod) throws {
    let book = try Self.chain(10_001)
    #expect(try #require(RankingLimit.passed(by: method, book, draws: 1)).isOfDraws)
    #expect(RankingLimit.passed(by: method, book, draws: 0) == nil)
  }

  @Test func `comparisons within long lists are limited`() throws {
    let sheets: [RandomDesign.Sheet] = (0..<10_001).map { (0, $0, [Int64($0 % 7)]) }
    let limit = try #require(RankingLimit.passed(by: .bradleyTerry, try Sample.book(sheets), draws: 0))
    #expect(limit.size == .comparisons && limit.found == 50_005_000)
  }

  @Test func `at the limit nothing is refused`() throws {
    let (most, more) = try (Self.chain(3_000), Self.chain(3_001))
    #expect(RankingLimit.passed(by: .reliability, most, draws: 1) == nil)
    #expect(RankingLimit.passed(by: .reliability, more, draws: 1) != nil)
  }

  @Test func `a ranking beyond its limit throws before anything is computed`() throws {
    let book = try Self.chain(10_001)
    let limit = try #require(RankingLimit.passed(by: .reliability, book, draws: 1))
    #expect(throws: ScoringError.beyond(limit)) { try Ranking(of: book, draws: 1) }
  }
}
