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

/// The mean of a team's sheets without the highest and the lowest, where there are three or more; otherwise of all.
public enum TrimmedMean {
  /// The score of each team, on the scale of the scores; nil without a sheet.
  ///
  /// With three sheets it is their median; from five on it is worth considering (docs/scoring.md).
  /// - Complexity: linear in sheets, but for sorting each team's.
  public static func scores(of book: ScoreBook) -> [Double?] {
    (0..<book.teamCount).map { team in
      let totals = book.totals[book.sheets(ofTeam: team)].sorted()
      return mean(of: totals.count >= 3 ? totals[1..<totals.count - 1] : totals[...])
    }
  }
}

/// The arithmetic mean; nil of nothing.
func mean(of values: some Collection<Double>) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
