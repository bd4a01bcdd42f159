/// Who scored whom, and whether that can carry comparisons between all teams: to be read before any ranking.
public struct DesignReport: Equatable, Sendable {
  /// The connected parts; teams of different parts were never compared.
  public let components: Components
  /// The judges without whom the teams of their part fall into parts that were never compared.
  public let cutJudges: [Int]
  /// The teams without which the other teams of their part fall into parts that were never compared.
  public let cutTeams: [Int]
  /// Where two or more teams hang on two or more others by one or two sheets.
  public let weakLinks: [WeakLink]
  /// The second smallest eigenvalue of D^-1/2 S D^-1/2, from 0 to 1; nil unless there is one part with two judges.
  ///
  /// D is the diagonal of the judges' sheets and S = D - N' diag(1/n) N the matrix that least squares solves for them:
  /// 1 in a complete design, near 0 where hardly anything links some judges to the others.
  public let algebraicConnectivity: Double?

  /// The fewest and the most sheets of a team that has any; nil without a sheet at all.
  public let sheetsPerTeam: ClosedRange<Int>?
  /// The fewest and the most sheets of a judge who has any.
  public let sheetsPerJudge: ClosedRange<Int>?
  /// Of the sheets that have each criterion, the share at its highest level given; nil where none has it.
  public let ceilingShares: [Double?]
  /// The share at its lowest level given.
  public let floorShares: [Double?]
  /// The sheets that leave out a criterion.
  public let partialSheets: [Int]
  public let teamsWithoutSheets: [Int]
  /// The teams with one sheet only, whose rank is not to be relied on.
  public let provisionalTeams: [Int]

  /// Whether a judge, a team or a pair of sheets is all that holds a part together, or `algebraicConnectivity` < 0.1.
  ///
  /// More than one part is another matter: `components.count` says so.
  public var isWeaklyConnected: Bool {
    algebraicConnectivity.map { $0 < 0.1 } ?? false || !cutJudges.isEmpty || !cutTeams.isEmpty || !weakLinks.isEmpty
  }

  /// - Complexity: n log n in sheets, and what `algebraicConnectivity` takes: up to 300 passes over the sheets, and 300
  ///   numbers for each judge, or team if they are fewer.
  public init(of book: ScoreBook) {
    components = Components(of: book)
    let search = GraphSearch(of: book)
    let sizes = components.teamsByPart.map(\.count)
    cutTeams = Self.cuts(components.team, sizes) { search.isCut($0, partTeams: $1) }
    cutJudges = Self.cuts(components.judge, sizes) { search.isCut(book.teamCount + $0, partTeams: $1) }
    weakLinks = WeakLink.all(in: book, search, components)
    algebraicConnectivity = AlgebraicConnectivity.value(of: book, components)
    let teamSheets = (0..<book.teamCount).map { book.sheets(ofTeam: $0).count }
    sheetsPerTeam = Self.extremes(teamSheets)
    sheetsPerJudge = Self.extremes((0..<book.judgeCount).map { book.sheets(ofJudge: $0).count })
    teamsWithoutSheets = teamSheets.indices.filter { teamSheets[$0] == 0 }
    provisionalTeams = teamSheets.indices.filter { teamSheets[$0] == 1 }
    partialSheets = (0..<book.sheetCount).filter { !book.missingCriteria(ofSheet: $0).isEmpty }
    ceilingShares = (0..<book.criterionCount).map { Self.share(of: book.levels(of: $0).last, $0, book) }
    floorShares = (0..<book.criterionCount).map { Self.share(of: book.levels(of: $0).first, $0, book) }
  }

  private static func cuts(_ parts: [Int?], _ sizes: [Int], _ isCut: (Int, Int) -> Bool) -> [Int] {
    parts.indices.filter { index in parts[index].map { isCut(index, sizes[$0]) } ?? false }
  }

  private static func extremes(_ counts: [Int]) -> ClosedRange<Int>? {
    let counts = counts.filter { $0 > 0 }
    guard let fewest = counts.min(), let most = counts.max() else { return nil }
    return fewest...most
  }

  private static func share(of level: Int64?, _ criterion: Int, _ book: ScoreBook) -> Double? {
    guard let level else { return nil }
    let scores = (0..<book.sheetCount).map { book.points[$0 * book.criterionCount + criterion] }
    return Double(scores.count { $0 == level }) / Double(scores.count { $0 != ScoreBook.missing })
  }
}
