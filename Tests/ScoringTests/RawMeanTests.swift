import Scoring
import Testing

@Suite struct RawMeanTests {
  func places(_ ranking: RawMean) -> [[Int]] { ranking.standings.map { [$0.team, $0.place] } }

  func sheet(_ judge: Int, _ team: Int, _ points: Int64?...) -> ScoreSheet {
    ScoreSheet(judge: judge, team: team, points: points)
  }

  @Test func weightsCountAsTheyShould() throws {
    let ranking = try RawMean(
      teamCount: 2, weights: [40, 30, 30], sheets: [sheet(0, 0, 8000, 7000, 8000), sheet(0, 1, 9000, 7000, 8000)])
    #expect(places(ranking) == [[1, 1], [0, 2]])
    #expect(ranking.standings.map { $0.score.decimal(digits: 3) } == ["8.100", "7.700"])
  }

  @Test func equalMeansShareAPlaceAndTheNextIsSkipped() throws {
    let ranking = try RawMean(
      teamCount: 4, weights: [1],
      sheets: [sheet(0, 3, 5000), sheet(0, 0, 7000), sheet(1, 1, 8000), sheet(0, 1, 6000), sheet(0, 2, 1000)])
    #expect(places(ranking) == [[0, 1], [1, 1], [3, 3], [2, 4]])
  }

  /// One third three times is one: a sum of binary fractions would call this no tie.
  @Test func thirdsAreComparedExactly() throws {
    let ranking = try RawMean(
      teamCount: 2, weights: [1, 1, 1],
      sheets: [
        sheet(0, 0, 1000, 0, 0), sheet(1, 0, 0, 1000, 0), sheet(2, 0, 0, 0, 1000), sheet(0, 1, 1000, 0, 0),
        sheet(1, 1, 1000, 0, 0), sheet(2, 1, 1000, 0, 0),
      ])
    #expect(ranking.standings.map(\.place) == [1, 1])
  }

  @Test func aDifferenceOfOneThousandthInAMillionSheetsDecides() throws {
    var sheets: [ScoreSheet] = []
    for judge in 0..<1000 {
      sheets.append(sheet(judge, 0, 7000))
      sheets.append(sheet(judge, 1, judge == 0 ? 7001 : 7000))
    }
    let ranking = try RawMean(teamCount: 2, weights: [1], sheets: sheets)
    #expect(places(ranking) == [[1, 1], [0, 2]])
    #expect(Fraction.decimals(of: ranking.standings.map(\.score)) == ["7.000001", "7.000000"])
  }

  @Test func aMissingCriterionIsLeftOutOfTheWeights() throws {
    let ranking = try RawMean(teamCount: 1, weights: [40, 60], sheets: [sheet(0, 0, 9000, nil)])
    #expect(ranking.standings.map(\.score) == [try Fraction(9, over: 1)])
  }

  @Test func teamsWithoutASheetAreNotRanked() throws {
    let ranking = try RawMean(teamCount: 3, weights: [1], sheets: [sheet(0, 1, 5000), sheet(0, 2, nil)])
    #expect(places(ranking) == [[1, 1]])
    #expect(ranking.unranked == [0, 2])
  }

  @Test func theOrderOfTheSheetsDoesNotMatter() throws {
    var generator = Seeded(state: 7)
    let sheets = (0..<60).map { index in
      sheet(
        index % 7, index % 12, Int64.random(in: 0...20, using: &generator) * 500,
        Int64.random(in: 0...20, using: &generator) * 500)
    }
    let ranking = try RawMean(teamCount: 12, weights: [3, 7], sheets: sheets)
    for _ in 0..<20 {
      #expect(try RawMean(teamCount: 12, weights: [3, 7], sheets: sheets.shuffled(using: &generator)) == ranking)
    }
  }

  @Test func noTeamsAndNoSheetsAreNoRanking() throws {
    let ranking = try RawMean(teamCount: 0, weights: [], sheets: [])
    #expect(ranking.standings.isEmpty && ranking.unranked.isEmpty)
  }
}

@Suite struct FractionTests {
  @Test(
    arguments: [
      (1, 3, 4, "0.3333"), (2, 3, 4, "0.6667"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (-1, 3, 0, "0"), (5, 1000, 2, "0.01"),
      (4, 1000, 2, "0.00"), (999, 1000, 2, "1.00"), (9995, 1000, 2, "10.00"), (0, 1, 2, "0.00"), (-5, 1000, 2, "-0.01"),
    ] as [(Int, Int, Int, String)])
  func aDecimalIsRoundedOnceAwayFromZero(_ numerator: Int, _ denominator: Int, _ digits: Int, _ text: String) throws {
    #expect(try Fraction(Int128(numerator), over: Int128(denominator)).decimal(digits: digits) == text)
  }

  @Test func neighboursThatWouldReadAlikeGetMoreDigits() throws {
    let values = [
      try Fraction(78_451, over: 10_000), try Fraction(78_449, over: 10_000), try Fraction(78_449, over: 10_000),
      try Fraction(5, over: 1),
    ]
    #expect(Fraction.decimals(of: values) == ["7.85", "7.84", "7.84", "5.00"])
    let close = [try Fraction(78_451, over: 10_000), try Fraction(78_450, over: 10_000), try Fraction(5, over: 1)]
    #expect(Fraction.decimals(of: close) == ["7.8451", "7.8450", "5.00"])
  }

  @Test func valuesTooFineAreRefusedAndNothingTraps() throws {
    #expect(throws: ScoringError.tooFine) { try Fraction(.min, over: 1) }
    #expect(throws: ScoringError.tooFine) { try Fraction(1, over: 0) }
    let fine = try Fraction(1, over: .max)
    #expect(throws: ScoringError.tooFine) {
      _ = try RawMean(
        teamCount: 1, weights: [.max, .max, .max - 1],
        sheets: (0..<9).map { ScoreSheet(judge: $0, team: 0, points: [Int64($0 + 1), nil, Int64.max / 3]) }
          + [ScoreSheet(judge: 9, team: 0, points: [nil, nil, 7])])
    }
    #expect(fine > .zero)
  }

  @Test func comparisonIsExactAtTheEdgeOfTheRange() throws {
    let one = try Fraction(.max, over: .max - 1)
    let other = try Fraction(.max - 1, over: .max - 2)
    #expect(one < other)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), for tests that need the same numbers each time.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
