import RankingEngine
import Testing

@Suite struct RawMeanTests {
  @Test func weightsCountAsTheyShould() throws {
    let book = try Sample.book([(0, 0, [8, 7, 8]), (0, 1, [9, 7, 8])], weights: [40, 30, 30])
    #expect(RawMean.exactScores(of: book).map { $0?.decimal(digits: 3) } == ["7.700", "8.100"])
  }

  /// One third three times is one: a sum of binary fractions would call this no tie.
  @Test func thirdsAreExact() throws {
    let book = try Sample.book(
      [
        (0, 0, [1, 0, 0]), (1, 0, [0, 1, 0]), (2, 0, [0, 0, 1]), (0, 1, [1, 0, 0]), (1, 1, [1, 0, 0]),
        (2, 1, [1, 0, 0]),
      ], weights: [1, 1, 1])
    let scores = RawMean.exactScores(of: book)
    #expect(scores[0] == scores[1])
    #expect(try scores[0] == Fraction(1, over: 3))
  }

  @Test func aDifferenceOfOneThousandthInAThousandSheetsDecides() throws {
    let book = try Sample.book(
      (0..<1000).flatMap { judge in
        [(judge, 0, [7000]), (judge, 1, [judge == 0 ? 7001 : 7000])] as [(judge: Int, team: Int, points: [Int64?])]
      }, decimals: 3)
    let scores = RawMean.exactScores(of: book).compactMap { $0 }
    #expect(Fraction.decimals(of: scores.reversed()) == ["7.000001", "7.000000"])
  }

  @Test func aMissingCriterionIsLeftOutOfTheWeights() throws {
    let book = try Sample.book([(0, 0, [9, nil]), (1, 0, [5, 10])], weights: [40, 60])
    #expect(RawMean.exactScores(of: book) == [try Fraction(17, over: 2)])
  }

  @Test func teamsWithoutASheetHaveNoScore() throws {
    let book = try Sample.book([(0, 1, [5])], teams: 3)
    #expect(RawMean.exactScores(of: book) == [nil, try Fraction(5, over: 1), nil])
    #expect(RawMean.scores(of: book) == [nil, 5, nil])
  }

  /// Sheets that miss different criteria have denominators that do not fit together; the score is then not exact.
  @Test func scoresTooFineToBeExactAreStillScores() throws {
    let big: Int64 = 1_000_000_000_000_000
    let book = try Sample.book(
      [(0, 0, [1, nil, 3]), (1, 0, [1, 2, nil]), (2, 0, [nil, 2, 3]), (3, 0, [1, 2, 3])],
      weights: [big - 11, big - 17, big - 33])
    #expect(RawMean.exactScores(of: book) == [nil])
    #expect(abs((RawMean.scores(of: book)[0] ?? 0) - 2) < 1e-9)
  }
}

@Suite struct ScoreBookTests {
  @Test func theOrderOfTheRatingsDoesNotMatter() throws {
    var generator = Seeded(state: 7)
    var ratings = (0..<60).flatMap { index in
      (0..<2).map { Rating(judge: index % 7, team: index % 12, criterion: $0, points: Int64(index * 7 % 11)) }
    }
    func book() throws -> ScoreBook {
      try ScoreBook(teamCount: 12, judgeCount: 7, weights: [3, 7], decimals: 0, ratings: ratings)
    }
    let first = try book()
    for _ in 0..<20 {
      ratings.shuffle(using: &generator)
      let other = try book()
      #expect(other.teams == first.teams && other.judges == first.judges && other.totals == first.totals)
    }
  }

  @Test func sheetsStandByTeamAndJudge() throws {
    let book = try Sample.book([(2, 1, [4]), (0, 1, [3]), (1, 0, [5])], teams: 3)
    #expect(book.teams == [0, 1, 1] && book.judges == [1, 0, 2])
    #expect((0..<3).map { book.sheets(ofTeam: $0).count } == [1, 2, 0])
    #expect((0..<3).map { Array(book.sheets(ofJudge: $0)) } == [[1], [0], [2]])
  }

  @Test func unusableInputIsRefused() throws {
    func attempt(
      teams: Int = 1, judges: Int = 1, weights: [Int64] = [1], rooms: [Int]? = nil,
      _ ratings: [Rating] = [Rating(judge: 0, team: 0, criterion: 0, points: 1)]
    ) throws {
      _ = try ScoreBook(
        teamCount: teams, judgeCount: judges, weights: weights, decimals: 0, rooms: rooms, ratings: ratings)
    }
    #expect(throws: ScoringError.unusableWeights) { try attempt(weights: []) }
    #expect(throws: ScoringError.unusableWeights) { try attempt(weights: [0]) }
    #expect(throws: ScoringError.unusableWeights) { try attempt(weights: [.max]) }
    #expect(throws: ScoringError.noRatings) { try attempt([]) }
    #expect(throws: ScoringError.unusableRooms) { try attempt(rooms: [0, 1]) }
    #expect(throws: ScoringError.unknownPosition(index: 0)) { try attempt(teams: 0) }
    #expect(throws: ScoringError.tooLarge(index: 0)) {
      try attempt([Rating(judge: 0, team: 0, criterion: 0, points: .min)])
    }
    let twice = [1, 2].map { Rating(judge: 0, team: 0, criterion: 0, points: $0) }
    #expect(throws: ScoringError.ratedTwice(judge: 0, team: 0, criterion: 0)) { try attempt(twice) }
  }
}
