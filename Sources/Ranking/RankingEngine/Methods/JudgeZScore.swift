/// The mean of a team's sheets, each as its distance from its judge's mean in the judge's standard deviations.
public enum JudgeZScore {
  /// - Throws: `unmetPrecondition` when fewer than two teams have a sheet, or no judge has scored two: all would be 0.
  public static func requirements(of book: ScoreBook) throws(ScoringError) { try book.requireComparisons() }

  /// The score of each team, in standard deviations; nil without a sheet.
  ///
  /// A sheet counts (y - mean) / sd with n - 1 in the sd, and 0 where its judge has one sheet or gives all the same.
  /// - Complexity: linear in sheets.
  public static func scores(of book: ScoreBook) -> [Double?] {
    var standardised = [Double](repeating: 0, count: book.sheetCount)
    for judge in 0..<book.judgeCount {
      let sheets = book.sheets(ofJudge: judge)
      let totals = sheets.map { book.totals[$0] }
      guard let mean = mean(of: totals), let deviation = deviation(of: totals, around: mean) else { continue }
      for (sheet, total) in zip(sheets, totals) { standardised[sheet] = (total - mean) / deviation }
    }
    return book.teamMeans(of: standardised)
  }

  /// The standard deviation; nil for one value, and for values that differ by rounding at most.
  private static func deviation(of values: [Double], around mean: Double) -> Double? {
    guard values.count > 1, let least = values.min(), let most = values.max() else { return nil }
    guard most - least > 1e-12 * max(abs(least), abs(most)) else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
