import CanonicalJSON
import Testing
import Vocabulary

@testable import Results

/// Where a prize ends between two teams that the scores do not tell apart.
@Suite struct CloseBoundaryRules {
  /// Teams a, b, c … on their final ranks, with the ranks by the scores and the chance against the next.
  private func result(_ teams: [(rank: Int, computed: Int, next: String)]) throws -> RankingResult {
    let entries = zip("abcdefgh", teams).map { key, team in
      #"{"team":"\#(key)","name":"\#(key)","rank":\#(team.rank),"computed_rank":\#(team.computed),"#
        + #""component":1,"p_next":\#(team.next)}"#
    }
    let snapshot = #"{"method":"reliability","ranking":[\#(entries.joined(separator: ","))]}"#
    return try RankingResult(
      number: 1, computedAt: Timestamp(microseconds: 0), snapshot: snapshot, sha256: "")
  }

  private func pairs(_ result: RankingResult, _ prized: Set<Int>) -> [String] {
    result.closeBoundaries(prized).map { $0.inside.team + $0.outside.team }
  }

  @Test func `only the ends of prizes count, and only chances near one half`() throws {
    let result = try result([(1, 1, "0.9"), (2, 2, "0.55"), (3, 3, "0.5"), (4, 4, "0.5"), (5, 5, "null")])
    #expect(pairs(result, []) == ["bc", "cd"])
    #expect(pairs(result, [1]) == [])
    #expect(pairs(result, [4]) == ["cd", "de"])
    #expect(pairs(try self.result([(1, 1, "0.39"), (2, 2, "0.61"), (3, 3, "0.61")]), []) == [])
    #expect(pairs(try self.result([(1, 1, "0.4"), (2, 2, "0.6"), (3, 3, "null")]), []) == ["ab", "bc"])
  }

  @Test func `teams that share a rank end it together`() throws {
    let result = try result([(1, 1, "0.9"), (2, 2, "0.5"), (2, 2, "0.45"), (4, 4, "null")])
    #expect(pairs(result, []) == ["cd"])
    #expect(pairs(result, [3]) == ["cd"])
  }

  @Test func `a decision turns the chance around, and where it moved a team away there is none`() throws {
    // By the scores a is first and b second; a jury decided the other way.
    var standings = try result([(1, 2, "0.5"), (2, 1, "0.45"), (3, 3, "null")])
    #expect(standings.chance("b", isBetterThan: "a") == 0.45)
    #expect(standings.chance("a", isBetterThan: "b") == 0.55)
    #expect(standings.closeBoundaries([]).map(\.probability) == [0.55])
    standings = try result([(1, 3, "null"), (2, 1, "0.5"), (3, 2, "0.5")])
    #expect(standings.chance("a", isBetterThan: "b") == nil)
  }
}
