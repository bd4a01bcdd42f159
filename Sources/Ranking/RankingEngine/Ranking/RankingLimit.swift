/// Up to how many judges, teams or comparisons a method ranks: beyond, it would take gigabytes or hours.
public struct RankingLimit: Equatable, Sendable {
  public let method: RankingMethod
  public let size: Size
  public let most: Int
  public let found: Int
  /// Whether the probabilities meet the limit, and not the method itself.
  public let isOfDraws: Bool

  public enum Size: Equatable, Sendable {
    case judges
    /// The smaller of the numbers of judges and teams.
    case judgesOrTeams
    /// Teams that judges link.
    case linkedTeams
    /// Pairs of teams that a judge compares.
    case comparisons
    /// Sheets of which no two have the same scores.
    case differentSheets
  }

  /// Of judges, units and linked teams the square is kept; of comparisons and sheets some numbers each.
  static let mostJudges = 3_000
  static let mostUnits = 10_000
  static let mostAveragedUnits = 2_000
  static let mostLinkedTeams = 10_000
  static let mostComparisons = 50_000_000
  static let mostDifferentSheets = 500_000

  /// The limit that a ranking of these scores would pass; nil where there is none.
  /// - Complexity: linear in the scores.
  static func passed(by method: RankingMethod, _ book: ScoreBook, draws: Int) -> RankingLimit? {
    func limit(_ size: Size, _ most: Int, _ found: @autoclosure () -> Int, isOfDraws: Bool = false) -> RankingLimit? {
      let found = found()
      return found > most
        ? RankingLimit(method: method, size: size, most: most, found: found, isOfDraws: isOfDraws) : nil
    }
    let units = min(book.judgeCount, book.teamCount)
    let ofDraws = draws > 0 ? limit(.judgesOrTeams, mostUnits, units, isOfDraws: true) : nil
    switch method {
    case .ordinal, .reliability:
      return limit(.judges, mostJudges, book.judgeCount + (book.rooms.map { Set($0).count } ?? 0))
        ?? limit(.differentSheets, mostDifferentSheets, book.sheetCount > mostDifferentSheets ? patterns(of: book) : 0)
    case .integrated: return limit(.judgesOrTeams, mostAveragedUnits, units)
    case .reml, .leastSquares: return limit(.judgesOrTeams, mostUnits, units)
    case .schulze:
      return limit(.linkedTeams, mostLinkedTeams, Components(of: book).teamsByPart.map(\.count).max() ?? 0)
        ?? ofDraws
    case .bradleyTerry:
      return limit(.comparisons, mostComparisons, comparisons(in: book))
        ?? ofDraws
    case .raw, .trimmed, .median, .zscore, .borda, .copeland:
      return ofDraws
    }
  }

  private static func comparisons(in book: ScoreBook) -> Int {
    (0..<book.judgeCount).reduce(0) { sum, judge in
      let sheets = book.sheets(ofJudge: judge).count
      return sum + sheets * (sheets - 1) / 2
    }
  }

  private static func patterns(of book: ScoreBook) -> Int {
    SheetPatterns(LatentScale(book).scales.map(\.categories), sheets: book.sheetCount).examples.count
  }
}
