import RankingEngine
import Testing

/// Each rung of the tie-break ladder where it is the first that can decide.
@Suite struct TieLadderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var method = RankingMethod.raw
    var weights: [Int64] = [1]
    /// Sheets as judge, team and points.
    let sheets: [[Int64]]
    /// Teams with their ranks and what decided them.
    let expected: [Place]
  }

  struct Place: Equatable, Sendable {
    let team: Int
    let rank: Int
    let rung: TieBreak?

    init(_ team: Int, _ rank: Int, _ rung: TieBreak?) {
      self.team = team
      self.rank = rank
      self.rung = rung
    }
  }

  /// A third team, which all judges put last, so that teams without a common judge are in one part.
  private static let linking: [[Int64]] = (0..<6).map { [$0, 2, 1] }

  static let cases = [
    Case(
      testDescription: "the heaviest criterion", weights: [1, 2], sheets: [[0, 0, 9, 3], [0, 1, 3, 6]],
      expected: [Place(1, 1, .criterion(1)), Place(0, 2, .criterion(1))]),
    Case(
      testDescription: "of equal weights the criterion declared first", weights: [1, 1],
      sheets: [[0, 0, 5, 7], [0, 1, 9, 3]], expected: [Place(1, 1, .criterion(0)), Place(0, 2, .criterion(0))]),
    Case(
      testDescription: "the next criterion by weight", weights: [1, 3, 2],
      sheets: [[0, 0, 4, 5, 3], [0, 1, 2, 5, 4]], expected: [Place(1, 1, .criterion(2)), Place(0, 2, .criterion(2))]),
    Case(
      testDescription: "the majority of those who scored both",
      sheets: [[0, 0, 5], [1, 0, 5], [2, 0, 5], [0, 1, 6], [1, 1, 6], [2, 1, 3]],
      expected: [Place(1, 1, .headToHead), Place(0, 2, .headToHead)]),
    Case(
      testDescription: "the raw mean, where medians rank", method: .median,
      sheets: [[0, 0, 3], [1, 0, 5], [2, 0, 6], [3, 1, 4], [4, 1, 5], [5, 1, 9]] + linking,
      expected: [Place(1, 1, .rawMean), Place(0, 2, .rawMean), Place(2, 3, nil)]),
    Case(
      testDescription: "the median sheet",
      sheets: [[0, 0, 4], [1, 0, 5], [2, 0, 6], [3, 1, 2], [4, 1, 6], [5, 1, 7]] + linking,
      expected: [Place(1, 1, .medianSheet), Place(0, 2, .medianSheet), Place(2, 3, nil)]),
    Case(
      testDescription: "more judges who have it as their best",
      sheets: [[0, 0, 5], [0, 2, 6], [1, 1, 5], [1, 2, 3]],
      expected: [Place(1, 1, .firstPlaces), Place(0, 2, .firstPlaces), Place(2, 3, nil)]),
    Case(
      testDescription: "nothing: a shared rank, and the next is skipped",
      sheets: [[0, 0, 5], [0, 1, 5], [0, 2, 3]],
      expected: [Place(0, 1, .shared), Place(1, 1, .shared), Place(2, 3, nil)]),
    Case(
      testDescription: "three teams, split by two rungs", weights: [2, 1],
      sheets: [
        [0, 0, 7, 4], [1, 0, 7, 4], [2, 0, 7, 4], [0, 1, 8, 4], [1, 1, 8, 4], [2, 1, 5, 4], [0, 2, 8, 2], [1, 2, 8, 2],
        [2, 2, 8, 2],
      ],
      expected: [Place(2, 1, .criterion(0)), Place(1, 2, .headToHead), Place(0, 3, .headToHead)]),
    Case(
      testDescription: "three teams, of which two still share", weights: [2, 1],
      sheets: [[0, 0, 7, 4], [0, 1, 8, 2], [0, 2, 7, 4]],
      expected: [Place(1, 1, .criterion(0)), Place(0, 2, .shared), Place(2, 2, .shared)]),
  ]

  @Test(arguments: cases) func `the rung that decides is the first that can`(_ example: Case) throws {
    #expect(try Self.ranks(example) { $0 } == example.expected)
  }

  /// Turned round, the teams keep their ranks: neither a number nor the order of the rows decides.
  @Test(arguments: cases) func `no tie is broken by who comes first`(_ example: Case) throws {
    let last = example.expected.count - 1
    let turned = try Self.ranks(example) { last - $0 }
    let expected = example.expected.map { Place(last - $0.team, $0.rank, $0.rung) }
    #expect(turned.sorted { $0.team < $1.team } == expected.sorted { $0.team < $1.team })
  }

  private static func ranks(_ example: Case, team: (Int) -> Int) throws -> [Place] {
    let sheets = example.sheets.map { row in
      (judge: Int(row[0]), team: team(Int(row[1])), points: row.dropFirst(2).map { Optional($0) })
    }
    let book = try Sample.book(sheets.reversed(), weights: example.weights)
    return try Ranking(of: book, by: example.method, draws: 0).standings.map { Place($0.team, $0.rank, $0.tieBreak) }
  }

  @Test func `a difference below a billionth is a tie, a larger one is none`() throws {
    for (difference, isTie) in [(400, true), (2000, false)] as [(Int64, Bool)] {
      let book = try Sample.book(
        [(0, 0, [5_000_000_000_000]), (0, 1, [5_000_000_000_000 + difference])], decimals: 12)
      let standings = try Ranking(of: book, by: .raw, draws: 0).standings
      #expect(standings.map(\.rank) == (isTie ? [1, 1] : [1, 2]))
      #expect(standings.map(\.tieBreak) == (isTie ? [.shared, .shared] : [nil, nil]))
    }
  }
}
