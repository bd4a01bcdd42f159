import RankingEngine
import Testing

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
    #expect(throws: Fraction.TooFine.self) { try Fraction(.min, over: 1) }
    #expect(throws: Fraction.TooFine.self) { try Fraction(1, over: 0) }
    #expect(try Fraction(1, over: .max) > .zero)
  }

  @Test func comparisonIsExactAtTheEdgeOfTheRange() throws {
    let one = try Fraction(.max, over: .max - 1)
    let other = try Fraction(.max - 1, over: .max - 2)
    #expect(one < other)
  }
}
