/// The strengths that make the judges' comparisons likeliest: a beats b with odds exp(a - b) (Bradley and Terry 1952).
///
/// Every pair of teams on a judge's list is a comparison, a tie half a win for either. A ridge keeps the strengths finite
/// where a team won or lost them all, and 0 on average in each connected part; parts are not comparable.
public enum BradleyTerry {
  /// - Throws: `unmetPrecondition` when fewer than two teams have a sheet, or no judge has scored two: all would be 0.
  public static func requirements(of book: ScoreBook) throws(ScoringError) { try book.requireComparisons() }

  /// The log-strength of each team, 0 on average in its connected part; nil without a sheet.
  ///
  /// It maximises sum(w log P) - 0.1/2 sum(theta^2), by Newton's method until no strength moves by 1e-10, each step solved
  /// by conjugate gradients. Totals are compared as rounded to 9 decimals.
  /// - Complexity: time and memory linear in the pairs of teams with a common judge, which are up to the squares of the
  ///   judges' sheets, 32 bytes each: 50 sheets by each of 2,000 judges are 2.5 million, one judge of 10,000 teams makes
  ///   50 million.
  public static func scores(of book: ScoreBook) -> [Double?] {
    let strengths = PairLikelihood(of: book).maximum()
    return strengths.enumerated().map { book.sheets(ofTeam: $0).isEmpty ? nil : $1 }
  }
}
