/// Team plus judge: y = t + b for every sheet, with the least sum of squared residuals.
///
/// The judges' effects sum to 0 in each connected part of the judge-team graph, so that teams of different parts are
/// comparable only if their judges are equally severe on average (Platt and Burges 2012; docs/scoring.md).
public struct LeastSquares: Sendable {
  /// The effect of each team, on the scale of the scores; nil without a sheet.
  public let teamEffects: [Double?]
  /// How far above the others each judge scores, on the scale of the scores; nil without a sheet.
  public let judgeEffects: [Double?]
  /// The sum of squared residuals over n - T - J + c, for n sheets, c parts and the teams and judges that have a sheet;
  /// nil where that is not above 0.
  public let residualVariance: Double?

  private let parts: [NormalEquations]

  /// The effect of each team, nil without a sheet.
  public static func scores(of book: ScoreBook) -> [Double?] { LeastSquares(of: book).teamEffects }

  /// Fits the scores; every book has a solution.
  /// - Complexity: per part, the cube of the smaller number of judges or teams, and for each unit of the larger side the
  ///   square of its sheets; memory for one square matrix of the smaller side.
  public init(of book: ScoreBook) {
    let components = Components(of: book)
    parts = zip(components.teamsByPart, components.judgesByPart).map {
      NormalEquations(teams: $0, judges: $1, in: book)
    }
    var team = [Double?](repeating: nil, count: book.teamCount)
    var judge = [Double?](repeating: nil, count: book.judgeCount)
    var (squares, freedom) = (0.0, book.sheetCount)
    for part in parts {
      let solution = part.solution(for: book.totals)
      for (position, effect) in zip(part.teams, solution.teams) { team[position] = effect }
      for (position, effect) in zip(part.judges, solution.judges) { judge[position] = effect }
      squares += solution.residualSquares
      freedom -= part.teams.count + part.judges.count - 1
    }
    teamEffects = team
    judgeEffects = judge
    residualVariance = freedom > 0 ? squares / Double(freedom) : nil
  }

  /// The standard error of each team's effect; nil without a sheet, and for all where the variance is not estimable.
  ///
  /// It is that of the effect under the constraint: in a complete design the residual's over the root of the sheets.
  /// - Complexity: one inverse of the matrix of each part, and the squares of the teams' sheets.
  public var standardErrors: [Double?] {
    var errors = [Double?](repeating: nil, count: teamEffects.count)
    guard let residualVariance else { return errors }
    for part in parts {
      for (position, variance) in zip(part.teams, part.teamVariances()) {
        errors[position] = (residualVariance * max(variance, 0)).squareRoot()
      }
    }
    return errors
  }
}
