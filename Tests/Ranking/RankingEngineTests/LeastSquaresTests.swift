import RankingEngine
import Testing

@Suite struct LeastSquaresTests {
  /// More teams than judges and the other way round, connected and not.
  @Test(arguments: [(7, 4), (4, 7), (5, 5), (1, 6), (6, 1)])
  func itAgreesWithTheFullNormalEquations(_ teams: Int, _ judges: Int) throws {
    for book in try RandomDesign.books(40, RandomDesign(teams: teams, judges: judges)) {
      let (fit, full) = (LeastSquares(of: book), FullLeastSquares(of: book))
      #expect(agree(fit.teamEffects, full.teamEffects))
      #expect(agree(fit.judgeEffects, full.judgeEffects))
      #expect(agree([fit.residualVariance], [full.residualVariance]))
      #expect(agree(fit.standardErrors, full.standardErrors))
    }
  }

  @Test func judgesAreTakenOutOfTheScores() throws {
    // The second judge is 4 more severe, and met the two better teams.
    let book = try Sample.book([(0, 0, [6]), (0, 1, [7]), (1, 1, [3]), (1, 2, [4])])
    let fit = LeastSquares(of: book)
    #expect(agree(fit.teamEffects, [4, 5, 6]))
    #expect(agree(fit.judgeEffects, [2, -2]))
    #expect(fit.residualVariance == nil && fit.standardErrors == [nil, nil, nil])
  }

  @Test func eachPartHasItsOwnMean() throws {
    let book = try Sample.book([(0, 0, [2]), (0, 1, [4]), (2, 3, [9])], teams: 5, judges: 4)
    let fit = LeastSquares(of: book)
    #expect(agree(fit.teamEffects, [2, 4, nil, 9, nil]))
    #expect(agree(fit.judgeEffects, [0, nil, 0, nil]))
  }

  @Test func aLongChainOfJudgesIsStillSolved() throws {
    // Each judge is 1 above the one before, all teams are equal, and neighbours share one team.
    let links = 300
    let sheets = (0..<links).flatMap { [($0, $0, [Int64($0)]), ($0, $0 + 1, [Int64($0)])] as [RandomDesign.Sheet] }
    let fit = LeastSquares(of: try Sample.book(sheets))
    #expect(agree(fit.teamEffects, Array(repeating: Double(links - 1) / 2, count: links + 1), within: 1e-7))
    #expect(agree([fit.residualVariance], [nil]))
  }
}

/// Team and judge effects from all T + J equations at once, each part's sum of judges' effects added as one more.
private struct FullLeastSquares {
  var teamEffects: [Double?]
  var judgeEffects: [Double?]
  var residualVariance: Double?
  var standardErrors: [Double?]

  init(of book: ScoreBook) {
    let components = Components(of: book)
    let size = book.teamCount + book.judgeCount
    var rows = (0..<book.sheetCount).map { sheet in
      (0..<size).map { $0 == book.teams[sheet] || $0 == book.teamCount + book.judges[sheet] ? 1.0 : 0 }
    }
    let normal = Self.gram(rows, size)
    for part in 0..<components.count {
      rows.append((0..<size).map { $0 >= book.teamCount && components.judge[$0 - book.teamCount] == part ? 1 : 0 })
    }
    let isThere = components.team.map { $0 != nil } + components.judge.map { $0 != nil }
    // Who has no sheet gets an equation of its own.
    for index in 0..<size where !isThere[index] { rows.append((0..<size).map { $0 == index ? 1 : 0 }) }
    let inverse = Self.inverse(Self.gram(rows, size))
    let sums = (0..<size).map { column in
      (0..<book.sheetCount).reduce(0) { $0 + rows[$1][column] * book.totals[$1] }
    }
    let effects = inverse.map { dot($0, sums) }
    teamEffects = (0..<book.teamCount).map { isThere[$0] ? effects[$0] : nil }
    judgeEffects = (0..<book.judgeCount).map { isThere[book.teamCount + $0] ? effects[book.teamCount + $0] : nil }
    let squares = (0..<book.sheetCount).reduce(0.0) { sum, sheet in
      let residual = book.totals[sheet] - effects[book.teams[sheet]] - effects[book.teamCount + book.judges[sheet]]
      return sum + residual * residual
    }
    let freedom = book.sheetCount - isThere.count { $0 } + components.count
    let variance = freedom > 0 ? squares / Double(freedom) : nil
    residualVariance = variance
    standardErrors = (0..<book.teamCount).map { team in
      guard let variance, isThere[team] else { return nil }
      let spread = dot(inverse[team], normal.map { dot($0, inverse[team]) })
      return (variance * spread).squareRoot()
    }
  }

  private static func gram(_ rows: [[Double]], _ size: Int) -> [[Double]] {
    (0..<size).map { one in (0..<size).map { other in rows.reduce(0) { $0 + $1[one] * $1[other] } } }
  }

  /// Gauss and Jordan, with the largest pivot.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let size = matrix.count
    var rows = matrix.enumerated().map { index, row in row + (0..<size).map { $0 == index ? 1 : 0 } }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      let head = rows[column][column]
      rows[column] = rows[column].map { $0 / head }
      for row in 0..<size where row != column {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[column]).map { $0 - factor * $1 }
      }
    }
    return rows.map { Array($0.dropFirst(size)) }
  }

}

private func dot(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
}
