import RankingEngine
import Testing

/// Tables of one judge, one team, one sheet; judges who say nothing; sheets that miss criteria.
@Suite struct EdgeShapeTests {
  @Test func oneJudgeOrdersAllTeams() throws {
    let book = try Sample.book([(0, 0, [7]), (0, 1, [9]), (0, 2, [8]), (0, 3, [8])])
    #expect(LeastSquares.scores(of: book) == [7, 9, 8, 8])
    #expect(Borda.scores(of: book) == [0, 1, 0.5, 0.5])
    #expect(Copeland.scores(of: book) == [-1, 1, 0, 0])
    #expect(Schulze.scores(of: book) == [-3, 3, 0, 0])
    #expect(LeastSquares(of: book).residualVariance == nil)
  }

  @Test func oneTeamHasNobodyToBeComparedWith() throws {
    let book = try Sample.book([(0, 0, [7]), (1, 0, [9]), (2, 0, [9])])
    for requirements in Self.requirements {
      #expect(throws: ScoringError.unmetPrecondition(.twoTeams)) { try requirements(book) }
    }
    #expect(Median.scores(of: book) == [9] && TrimmedMean.scores(of: book) == [9])
    #expect(agree(LeastSquares.scores(of: book), [25.0 / 3]))
    #expect(Copeland.scores(of: book) == [0] && Schulze.scores(of: book) == [0])
  }

  @Test func judgesOfOneTeamEachCompareNothing() throws {
    let book = try Sample.book([(0, 0, [7]), (1, 1, [9])])
    for requirements in Self.requirements {
      #expect(throws: ScoringError.unmetPrecondition(.comparisons)) { try requirements(book) }
    }
    let other = try Sample.book([(0, 0, [7]), (1, 1, [9]), (1, 2, [9])])
    for requirements in Self.requirements { #expect(throws: Never.self) { try requirements(other) } }
  }

  static let requirements: [@Sendable (ScoreBook) throws -> Void] = [
    { try JudgeZScore.requirements(of: $0) }, { try Borda.requirements(of: $0) },
    { try Copeland.requirements(of: $0) }, { try Schulze.requirements(of: $0) },
    { try BradleyTerry.requirements(of: $0) },
  ]

  @Test func aJudgeOfOneSheetOrOfOneScoreIsNeutral() throws {
    // Judge 1 gives all the same, judge 2 has one sheet.
    let book = try Sample.book([(0, 0, [4]), (0, 1, [8]), (1, 0, [5]), (1, 1, [5]), (2, 1, [10])])
    let unit = 2 / 8.0.squareRoot()
    #expect(agree(JudgeZScore.scores(of: book), [-unit / 2, unit / 3]))
    #expect(agree(Borda.scores(of: book), [0.25, 2.0 / 3]))
    #expect(Copeland.scores(of: book) == [-1, 1] && Schulze.scores(of: book) == [-1, 1])
  }

  @Test func trimmingTakesOneOffEachEndOfThreeOrMore() throws {
    let two = try Sample.book([(0, 0, [2]), (1, 0, [9])])
    #expect(TrimmedMean.scores(of: two) == [5.5] && Median.scores(of: two) == [5.5])
    let five = try Sample.book([(0, 0, [2]), (1, 0, [9]), (2, 0, [9]), (3, 0, [4]), (4, 0, [5])])
    #expect(TrimmedMean.scores(of: five) == [6] && Median.scores(of: five) == [5])
  }

  @Test func aPartialSheetCountsWhatItHas() throws {
    // The first judge's sheets are 8 and 5; the second one's, by the criterion that is there, 9 and 6.
    let book = try Sample.book(
      [(0, 0, [8, 8]), (0, 1, [2, 6]), (1, 0, [nil, 9]), (1, 1, [6, nil])], weights: [1, 3])
    #expect(agree(Median.scores(of: book), [8.5, 5.5]))
    #expect(agree(LeastSquares(of: book).judgeEffects, [-0.5, 0.5]))
    #expect(Borda.scores(of: book) == [1, 0])
  }

  @Test func aPairWithoutACommonJudgeCountsNothing() throws {
    // A beats B beats C, and nobody saw A and C.
    let book = try Sample.book([(0, 0, [9]), (0, 1, [5]), (1, 1, [7]), (1, 2, [6])])
    #expect(Copeland.scores(of: book) == [0.5, 0, -0.5])
    #expect(Schulze.scores(of: book) == [2, 0, -2])
  }

  @Test func partsAreScoredEachByItself() throws {
    let sheets: [RandomDesign.Sheet] = [(0, 0, [9]), (0, 1, [5]), (1, 0, [8]), (1, 1, [8])]
    let apart = sheets + sheets.map { ($0.judge + 2, $0.team + 2, $0.points) }
    for method in MethodLawTests.methods {
      let (alone, both) = try (method.scores(Sample.book(sheets)), method.scores(Sample.book(apart)))
      #expect(agree(both, alone + alone, within: 1e-8))
    }
  }
}
