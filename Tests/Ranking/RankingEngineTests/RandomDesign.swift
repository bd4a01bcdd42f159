import RankingEngine

/// Score books of random shape, for comparisons with slower ways to the same answer.
struct RandomDesign {
  var teams = 6
  var judges = 4
  /// How many of the cells have a sheet.
  var share = 0.5
  /// Few levels make ties.
  var levels: Int64 = 5

  typealias Sheet = (judge: Int, team: Int, points: [Int64?])

  func sheets(seed: UInt64) -> [Sheet] {
    var generator = Seeded(state: seed)
    return (0..<judges).flatMap { judge in
      (0..<teams).compactMap { team in
        let isScored = Double.random(in: 0..<1, using: &generator) < share
        let points = Int64.random(in: 1...levels, using: &generator)
        return isScored ? (judge, team, [points]) : nil
      }
    }
  }

  func book(_ sheets: [Sheet]) throws -> ScoreBook {
    try Sample.book(sheets, teams: teams, judges: judges)
  }

  /// Books from sparse to full, each with a sheet at least.
  static func books(_ count: UInt64, _ design: RandomDesign = RandomDesign()) throws -> [ScoreBook] {
    try (1...count).compactMap { seed in
      var design = design
      design.share = [0.2, 0.35, 0.6, 1][Int(seed % 4)]
      let sheets = design.sheets(seed: seed)
      return sheets.isEmpty ? nil : try design.book(sheets)
    }
  }
}

/// Whether two lists of scores have the same gaps and agree otherwise.
func agree(_ one: [Double?], _ other: [Double?], within tolerance: Double = 1e-9) -> Bool {
  one.count == other.count
    && zip(one, other).allSatisfy { one, other in
      guard let one, let other else { return one == nil && other == nil }
      return abs(one - other) <= tolerance
    }
}
