import RankingReports

extension RankingResult {
  /// With how many digits behind the point people are shown its scores; the snapshot has as many as tell neighbours apart.
  /// - Complexity: linear in the teams.
  public var shownDigits: Int {
    let decimals = standings.compactMap { $0.score?.split(separator: ".").dropFirst().first?.count }
    return RankingReports.shownDigits(ofNeeded: decimals.max() ?? 0)
  }
}
