/// The rank that one team would have if a judge had scored nobody.
public struct RankWithoutJudge: Equatable, Sendable {
  public let judge: Int
  public let rank: Int

  /// Leaves out each judge with a sheet, one after the other. A judge without whom the team has no sheet is passed over.
  ///
  /// The ordinal methods keep the cuts of the whole fit, as `Sensitivity` does.
  /// - Complexity: one ranking for each judge.
  public static func all(of team: Int, _ ranking: Ranking, _ book: ScoreBook) -> [RankWithoutJudge] {
    let judges = ranking.judges.map(\.judge)
    guard judges.count > 1 else { return [] }
    let fitted = ranking.ordinal?.meansWithoutEachJudge(book)
    let group = ranking.standings.first { $0.team == team }?.component
    let rivals = ranking.standings.filter { $0.component == group }.map(\.team)
    return judges.compactMap { judge in
      let values =
        fitted?[judge]
        ?? (try? MethodOutcome(ranking.method, of: book.filtered { book.judges[$0] != judge }))?.values ?? []
      guard values.indices.contains(team), let own = values[team] else { return nil }
      let better = rivals.count { rival in values[rival].map { $0 > own + 1e-9 } ?? false }
      return RankWithoutJudge(judge: judge, rank: better + 1)
    }
  }
}
