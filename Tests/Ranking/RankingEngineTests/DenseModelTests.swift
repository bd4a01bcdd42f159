import Foundation
import RankingEngine
import Testing

/// The crossed model against dense generalised least squares, on designs with more teams than judges and the reverse.
@Suite struct DenseModelTests {
  /// Unbalanced tables; about a third of them have a variance whose best guess is 0.
  static func books() throws -> [ScoreBook] {
    let shapes = [(7, 3), (3, 7), (6, 4), (4, 6)]
    return try shapes.enumerated().flatMap { index, shape in
      try (1...3).compactMap { seed in
        let design = RandomDesign(teams: shape.0, judges: shape.1, share: 0.7, levels: seed == 3 ? 3 : 9)
        var sheets = design.sheets(seed: UInt64(100 * index + seed))
        // Effects of teams and judges, without which nearly every best guess would be 0.
        if seed == 1 {
          sheets = sheets.map { ($0.judge, $0.team, $0.points.map { $0.map { 2 * $0 } }) }
          sheets = sheets.map { sheet in
            (
              sheet.judge, sheet.team,
              sheet.points.map { $0.map { $0 + Int64(7 * (sheet.team % 4) + 5 * (sheet.judge % 3)) } }
            )
          }
        }
        return sheets.count > shape.0 + shape.1 ? try design.book(sheets) : nil
      }
    }
  }

  @Test func `the criterion, the effects and their errors are those of the dense formulas`() throws {
    let books = try Self.books()
    try #require(books.count > 8)
    var inside = 0
    for book in books {
      let fit = try #require(CrossedEffectsFit(book))
      let (team, judge) = (
        fit.variances.team / fit.variances.residual, fit.variances.judge / fit.variances.residual
      )
      if min(team, judge) > 0.01 { inside += 1 }
      let dense = DenseModel(book).answer(team: team, judge: judge)
      #expect(abs((fit.restrictedCriterion ?? .nan) - dense.criterion) < 1e-8)
      #expect(abs(fit.mean - dense.mean) < 1e-8)
      #expect(abs(fit.variances.residual / dense.residualVariance - 1) < 1e-8)
      // The search ends with the errors of its last point but one, where that is as good to all but the seventh digit.
      let deviation = fit.variances.residual.squareRoot()
      for unit in 0..<book.teamCount where !book.sheets(ofTeam: unit).isEmpty {
        #expect(abs((fit.teamEffects[unit] ?? .nan) - dense.teamEffects[unit]) < 1e-7)
        let error = deviation * max(dense.teamErrors[unit], 0).squareRoot()
        #expect(abs((fit.teamErrors[unit] ?? .nan) - error) < 2e-6)
      }
      for unit in 0..<book.judgeCount {
        #expect(abs(fit.judgeEffects[unit] - dense.judgeEffects[unit]) < 1e-7)
        let error = deviation * max(dense.judgeErrors[unit], 0).squareRoot()
        #expect(abs(fit.judgeErrors[unit] - error) < 2e-6)
      }
    }
    #expect(inside > 2 && inside < books.count)
  }

  @Test func `no other ratios have a better criterion`() throws {
    for book in try Self.books() {
      let fit = try #require(CrossedEffectsFit(book))
      let found = try #require(fit.restrictedCriterion)
      let model = DenseModel(book)
      func ratios(around best: Double) -> [Double] {
        [0, 0.02, 0.5, 10, 2000] + [0.9, 1.1].map { best * $0 }
      }
      let teams = ratios(around: fit.variances.team / fit.variances.residual)
      let judges = ratios(around: fit.variances.judge / fit.variances.residual)
      for team in teams {
        for judge in judges {
          let other = model.answer(team: team, judge: judge).criterion
          #expect(found <= other + 1e-7, "\(team) \(judge)")
        }
      }
    }
  }

  @Test func `the average over ratios is that of the dense formulas`() throws {
    let grid = [0.15, 0.4, 0.75, 1.2, 1.9, 3.5]
    let steps = grid.indices.map { index in
      let (below, above) = (max(index - 1, 0), min(index + 1, grid.count - 1))
      return log(grid[above] / grid[below]) / Double(above - below) * grid[index]
    }
    for book in try Self.books() {
      let fit = try #require(CrossedEffectsFit(book, .integrated))
      let model = DenseModel(book)
      var points: [(answer: DenseModel.Answer, log: Double)] = []
      for (team, teamStep) in zip(grid, steps) {
        for (judge, judgeStep) in zip(grid, steps) {
          let answer = model.answer(team: team * team, judge: judge * judge)
          let prior = teamStep * judgeStep / ((1 + team * team) * (1 + judge * judge))
          points.append((answer, log(prior) - answer.criterion / 2))
        }
      }
      let best = points.map(\.log).max() ?? 0
      let masses = points.map { exp($0.log - best) }
      let mass = masses.reduce(0, +)
      func average(_ value: (DenseModel.Answer) -> Double) -> Double {
        zip(points, masses).reduce(0) { $0 + $1.1 / mass * value($1.0.answer) }
      }
      #expect(abs(fit.mean - average(\.mean)) < 1e-8)
      // The residual variance is unknown: the mean of squares over chi-squared with n - 1 degrees of freedom.
      let freedom = Double(book.sheetCount - 3)
      #expect(abs(fit.variances.residual / average { $0.squares / freedom } - 1) < 1e-8)
      for unit in 0..<book.teamCount where !book.sheets(ofTeam: unit).isEmpty {
        let effect = average { $0.teamEffects[unit] }
        let square = average {
          $0.squares / freedom * $0.teamErrors[unit] + $0.teamEffects[unit] * $0.teamEffects[unit]
        }
        #expect(abs((fit.teamEffects[unit] ?? .nan) - effect) < 1e-8)
        #expect(abs((fit.teamErrors[unit] ?? .nan) - (square - effect * effect).squareRoot()) < 1e-8)
      }
      for unit in 0..<book.judgeCount {
        #expect(abs(fit.judgeEffects[unit] - average { $0.judgeEffects[unit] }) < 1e-8)
      }
    }
  }
}
