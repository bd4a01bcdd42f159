import RankingEngine
import Testing

/// Weights say how much a criterion counts, whatever its range.
@Suite struct CriterionRangeTests {
  /// Xeno (0) leads by 65 % of the range of the first criterion, Yara (1) by 8 % of that of the second.
  static let sheets: [(judge: Int, team: Int, points: [Int64?])] = [
    (0, 0, [9, 52]), (1, 0, [9, 51]), (0, 1, [2, 60]), (1, 1, [3, 59]), (0, 2, [5, 50]), (1, 2, [6, 49]),
  ]

  @Test func `a criterion counts by its share of its own range`() throws {
    let book = try Sample.book(Self.sheets, weights: [50, 50], ranges: [0...10, 0...100])
    #expect(book.totals == [71, 70.5, 40, 44.5, 50, 54.5])
    #expect(RawMean.exactScores(of: book).map { $0?.decimal(digits: 2) } == ["70.75", "42.25", "52.25"])
    #expect(book.sharedRanges == [0...10, 0...100])
  }

  @Test(arguments: RankingMethod.allCases.filter { $0 != .bradleyTerry })
  func `every method puts the team first that leads by shares`(method: RankingMethod) throws {
    let book = try Sample.book(Self.sheets, weights: [50, 50], ranges: [0...10, 0...100])
    let ranking = try Ranking(of: book, by: method, draws: 0, seed: 1)
    #expect(ranking.standings.first?.team == 0)
  }

  @Test func `equal ranges change nothing, and neither do points from another zero`() throws {
    let plain = try Sample.book([(0, 0, [3, 4]), (0, 1, [5, nil])], weights: [1, 3])
    let ranged = try Sample.book([(0, 0, [3, 4]), (0, 1, [5, nil])], weights: [1, 3], ranges: [0...10, 0...10])
    #expect(ranged.totals == plain.totals && ranged.sharedRanges == nil)
    let shifted = try Sample.book([(0, 0, [1, 0]), (0, 1, [5, 4])], weights: [1, 1], ranges: [1...5, 0...4])
    #expect(shifted.totals == [0, 100])
  }

  @Test func `a criterion that is left out leaves the others' shares`() throws {
    let book = try Sample.book([(0, 0, [5, nil]), (0, 1, [nil, 30])], weights: [1, 9], ranges: [0...10, 0...60])
    #expect(book.totals == [50, 50])
    #expect(book.filtered(criteria: [1]).totals == [50])
  }

  @Test func `thirds of ranges stay exact`() throws {
    let sheets: [(judge: Int, team: Int, points: [Int64?])] = [(0, 0, [1, 0]), (0, 1, [0, 7])]
    let book = try Sample.book(sheets, weights: [21, 3], ranges: [0...3, 0...21])
    let scores = RawMean.exactScores(of: book)
    #expect(scores == [try Fraction(700, over: 24), try Fraction(100, over: 24)])
  }

  @Test func `the score of the default method is a share too`() throws {
    let book = try Sample.book(Self.sheets, weights: [50, 50], ranges: [0...10, 0...100])
    let ranking = try Ranking(of: book, by: .reliability, draws: 0, seed: 1)
    for standing in ranking.standings { #expect((0...100).contains(standing.score)) }
    #expect(ranking.standings[0].score > 50)
  }

  @Test func `ranges that cannot be used are refused`() throws {
    #expect(throws: ScoringError.unusableRanges) {
      try Sample.book([(0, 0, [1, 1])], weights: [1, 1], ranges: [0...1])
    }
    #expect(throws: ScoringError.unusableRanges) {
      try Sample.book([(0, 0, [1, 1])], weights: [1, 1], ranges: [0...2, 1...1])
    }
    #expect(throws: ScoringError.outOfRange(index: 1)) {
      try Sample.book([(0, 0, [1, 9])], weights: [1, 1], ranges: [0...2, 0...8])
    }
    let primes: [ClosedRange<Int64>] = [0...999_999_999_989, 0...999_999_999_961]
    #expect(throws: ScoringError.unusableRanges) {
      try Sample.book([(0, 0, [1, 1])], weights: [1, 1], ranges: primes)
    }
  }
}
