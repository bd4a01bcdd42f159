/// The judges and teams of a book as two crossed factors; the larger side is eliminated sheet by sheet, so that only the
/// smaller one stands in a dense matrix.
struct CrossedDesign {
  /// Which side is dense.
  let teamsAreDense: Bool
  let sparseCount: Int
  let denseCount: Int
  /// The sheets, in the order of the eliminated side, with the dense unit of each.
  let sheets: [Int]
  let denseUnits: [Int]
  /// Where the sheets of each eliminated unit begin in `sheets`.
  let sparseStarts: [Int]
  /// How many sheets each dense unit has.
  let denseSizes: [Double]

  init(_ book: ScoreBook) {
    teamsAreDense = book.teamCount < book.judgeCount
    let (sparse, dense) = teamsAreDense ? (book.judges, book.teams) : (book.teams, book.judges)
    sparseCount = teamsAreDense ? book.judgeCount : book.teamCount
    denseCount = teamsAreDense ? book.teamCount : book.judgeCount
    sheets = countingSort(sparse.indices, count: sparseCount) { sparse[$0] }
    denseUnits = sheets.map { dense[$0] }
    sparseStarts = starts(of: sparse.indices, count: sparseCount) { sparse[$0] }
    var sizes = [Double](repeating: 0, count: denseCount)
    for unit in dense { sizes[unit] += 1 }
    denseSizes = sizes
  }

  /// The positions in `sheets` of an eliminated unit.
  func positions(of unit: Int) -> Range<Int> { sparseStarts[unit]..<sparseStarts[unit + 1] }

  /// Sums of values by eliminated unit and by dense unit; the values stand in the order of `sheets`.
  func sums(_ values: [Double]) -> (sparse: [Double], dense: [Double]) {
    var (sparse, dense) = ([Double](repeating: 0, count: sparseCount), [Double](repeating: 0, count: denseCount))
    for unit in 0..<sparseCount {
      for position in positions(of: unit) {
        sparse[unit] += values[position]
        dense[denseUnits[position]] += values[position]
      }
    }
    return (sparse, dense)
  }
}

/// How large the variances of the two sides are, measured by the variance of a residual.
struct VarianceRatios: Equatable {
  var sparse: Double
  var dense: Double
}
