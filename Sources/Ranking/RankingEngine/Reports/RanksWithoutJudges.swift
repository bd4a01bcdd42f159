/// The ranks that teams would have if one judge had scored nobody.
public struct RanksWithoutJudges: Sendable {
  /// The rank without one judge.
  public struct Change: Equatable, Sendable {
    public let judge: Int
    public let rank: Int
  }

  private let ranking: Ranking
  /// The qualities without each judge, by team; nil for a team that has no sheet then.
  private let values: [(judge: Int, values: [Double?])]

  /// Leaves out each judge with a sheet, one after the other.
  ///
  /// The ordinal methods keep the cuts of the whole fit, as `Sensitivity` does.
  /// - Complexity: one ranking for each judge.
  public init(_ ranking: Ranking, _ book: ScoreBook) {
    self.ranking = ranking
    let judges = ranking.judges.map(\.judge)
    let fitted = ranking.ordinal?.meansWithoutEachJudge(book)
    values =
      judges.count < 2
      ? []
      : judges.map { judge in
        let values =
          fitted?[judge]
          ?? (try? MethodOutcome(ranking.method, of: book.filtered { book.judges[$0] != judge }))?.values ?? []
        return (judge, values)
      }
  }

  /// A judge without whom the team has no sheet is passed over.
  public func all(of team: Int) -> [Change] {
    let group = ranking.standings.first { $0.team == team }?.component
    let rivals = ranking.standings.filter { $0.component == group }.map(\.team)
    return values.compactMap { judge, values in
      guard values.indices.contains(team), let own = values[team] else { return nil }
      let better = rivals.count { rival in values[rival].map { $0 > own + 1e-9 } ?? false }
      return Change(judge: judge, rank: better + 1)
    }
  }
}
