import RankingEngine

/// Score books as tests write them.
enum Sample {
  /// Sheets as (judge, team, points by criterion), with nil for a criterion left out; points are whole.
  static func book(
    _ sheets: [(judge: Int, team: Int, points: [Int64?])], weights: [Int64] = [1], teams: Int? = nil,
    judges: Int? = nil, decimals: Int = 0, ranges: [ClosedRange<Int64>]? = nil, rooms: [Int]? = nil
  ) throws -> ScoreBook {
    try ScoreBook(
      teamCount: teams ?? (sheets.map(\.team).max() ?? -1) + 1,
      judgeCount: judges ?? (sheets.map(\.judge).max() ?? -1) + 1,
      weights: weights, decimals: decimals, ranges: ranges, rooms: rooms, ratings: ratings(sheets))
  }

  static func ratings(_ sheets: [(judge: Int, team: Int, points: [Int64?])]) -> [Rating] {
    sheets.flatMap { sheet in
      sheet.points.enumerated().compactMap { criterion, points in
        points.map { Rating(judge: sheet.judge, team: sheet.team, criterion: criterion, points: $0) }
      }
    }
  }
}
