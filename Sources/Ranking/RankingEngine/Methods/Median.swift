/// The median of a team's sheets: the middle one, or the mean of the two in the middle.
public enum Median {
  /// The score of each team, on the scale of the scores; nil without a sheet.
  /// - Complexity: linear in sheets, but for sorting each team's.
  public static func scores(of book: ScoreBook) -> [Double?] {
    (0..<book.teamCount).map { team in
      let totals = book.totals[book.sheets(ofTeam: team)].sorted()
      return mean(of: totals[((totals.count - 1) / 2)..<min(totals.count / 2 + 1, totals.count)])
    }
  }
}
