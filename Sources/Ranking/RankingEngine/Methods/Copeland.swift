/// Wins less losses against the other teams, each by majority of the judges who scored both (Copeland 1951).
///
/// Made for judges who scored nearly all teams. Where most pairs have no judge in common, or one, it measures mostly whom
/// a team was put beside; teams of different connected parts are not comparable.
public enum Copeland {
  /// - Throws: `unmetPrecondition` when fewer than two teams have a sheet, or no judge has scored two.
  public static func requirements(of book: ScoreBook) throws(ScoringError) { try book.requireComparisons() }

  /// The score of each team, from -1 to 1; nil without a sheet.
  ///
  /// It is (wins - losses) / (T - 1) for the T teams of the connected part, 0 where T is 1. A majority that is even, and a
  /// pair without a common judge, counts nothing. Totals are compared as rounded to 9 decimals.
  /// - Complexity: the sum of the squares of the judges' sheets.
  public static func scores(of book: ScoreBook) -> [Double?] {
    let components = Components(of: book)
    let sizes = components.teamsByPart.map(\.count)
    var tally = PairTally(of: book)
    return components.team.enumerated().map { team, part in
      guard let part else { return nil }
      let margin = tally.rivals(of: team).reduce(0) { $0 + ($1.wins - $1.losses).signum() }
      return sizes[part] > 1 ? Double(margin) / Double(sizes[part] - 1) : 0
    }
  }
}
