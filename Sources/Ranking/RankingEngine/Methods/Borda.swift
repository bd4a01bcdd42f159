/// The mean share of a judge's other teams that a team beats.
public enum Borda {
  /// - Throws: `unmetPrecondition` when fewer than two teams have a sheet, or no judge has scored two: all would be 0.5.
  public static func requirements(of book: ScoreBook) throws(ScoringError) { try book.requireComparisons() }

  /// The score of each team, from 0 to 1; nil without a sheet.
  ///
  /// A sheet counts (beaten + ties / 2) / (m - 1) among the m sheets of its judge, and 0.5 where it is the only one.
  /// Totals are compared as rounded to 9 decimals.
  /// - Complexity: n log n in sheets.
  public static func scores(of book: ScoreBook) -> [Double?] {
    var shares = [Double](repeating: 0.5, count: book.sheetCount)
    let totals = book.comparedTotals
    for judge in 0..<book.judgeCount where book.sheets(ofJudge: judge).count > 1 {
      let sheets = book.sheets(ofJudge: judge).sorted { totals[$0] < totals[$1] }
      var first = 0
      while first < sheets.count {
        let end = sheets[first...].firstIndex { totals[$0] > totals[sheets[first]] } ?? sheets.count
        let share = (Double(first) + Double(end - first - 1) / 2) / Double(sheets.count - 1)
        for sheet in sheets[first..<end] { shares[sheet] = share }
        first = end
      }
    }
    return book.teamMeans(of: shares)
  }
}
