/// The raw weighted mean: a sheet counts `sum(w x) / sum(w)` over the criteria present, a team the mean of its sheets.
public enum RawMean {
  /// The exact score of each team, nil without a sheet.
  ///
  /// Nil too where the exact value needs more than 38 digits, which takes many sheets with different missing criteria.
  public static func exactScores(of book: ScoreBook) -> [Fraction?] {
    (0..<book.teamCount).map { team in try? exactScore(of: book.sheets(ofTeam: team), in: book) }
  }

  /// The score of each team, nil without a sheet.
  public static func scores(of book: ScoreBook) -> [Double?] {
    zip(exactScores(of: book), 0..<book.teamCount).map { exact, team in
      if let exact { return double(exact.numerator) / double(exact.denominator) }
      let sheets = book.sheets(ofTeam: team)
      return sheets.isEmpty ? nil : book.totals[sheets].reduce(0, +) / Double(sheets.count)
    }
  }

  private static func exactScore(of sheets: Range<Int>, in book: ScoreBook) throws(Fraction.TooFine) -> Fraction? {
    guard let first = sheets.first else { return nil }
    let (start, weight) = weightedSum(of: book.points, sheet: first, book.exactWeights, book.ranges)
    var sum = start
    var others = Fraction.zero
    for sheet in sheets.dropFirst() {
      let (addend, addendWeight) = weightedSum(
        of: book.points, sheet: sheet, book.exactWeights, book.ranges)
      // Nearly all sheets are complete and share their denominator.
      if addendWeight == weight {
        sum += addend
      } else {
        others = try others.adding(Fraction(addend, over: addendWeight))
      }
    }
    let total = try Fraction(sum, over: weight).adding(others)
    return try total.divided(by: Int128(sheets.count)).multiplied(by: book.ranges.multiplier)
      .divided(by: book.ranges.divisor)
  }
}
