/// What the methods that compare teams within a judge's list have in common.
extension ScoreBook {
  /// The total of each sheet as it is compared with others: in whole billionths, so that equal scores that were added up
  /// differently are still a tie.
  var comparedTotals: [Double] { totals.map { ($0 * 1e9).rounded() } }

  /// - Throws: `unmetPrecondition` when fewer than two teams have a sheet, or no judge has scored two.
  func requireComparisons() throws(ScoringError) {
    let scored = (0..<teamCount).count { !sheets(ofTeam: $0).isEmpty }
    guard scored >= 2 else { throw .unmetPrecondition(.twoTeams) }
    let comparing = (0..<judgeCount).contains { sheets(ofJudge: $0).count >= 2 }
    guard comparing else { throw .unmetPrecondition(.comparisons) }
  }

  /// The mean of the values that a team's sheets have; nil for a team without a sheet.
  func teamMeans(of values: [Double]) -> [Double?] {
    (0..<teamCount).map { mean(of: values[sheets(ofTeam: $0)]) }
  }
}
