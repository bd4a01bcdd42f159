/// How well judges are linked through the teams they share: the second smallest eigenvalue of D^-1/2 S D^-1/2.
///
/// D holds the judges' sheets m, and S = D - N' diag(1/n) N is what least squares solves for the judges, with N the table
/// of who scored whom and n the teams' sheets. It is 1 in a complete design and nears 0 as the design falls apart. Found as
/// 1 less the second largest eigenvalue of D^-1/2 N' diag(1/n) N D^-1/2, which is that of the teams' side as well.
struct AlgebraicConnectivity {
  private let units: [Int]
  private let others: [Int]
  private let otherSheets: [Double]
  /// 1 over the root of each unit's sheets, 0 without any.
  private let scale: [Double]
  /// The eigenvector of the largest eigenvalue, which is 1.
  private let top: [Double]

  /// The value; nil unless the graph is connected and has two judges.
  ///
  /// To about 1e-10; in long chains of judges, where it is near 0, it may come out somewhat above.
  /// - Complexity: up to 300 passes over the sheets, and as many vectors of the smaller side.
  static func value(of book: ScoreBook, _ components: Components) -> Double? {
    let (teams, judges) = (components.team.count { $0 != nil }, components.judge.count { $0 != nil })
    guard components.count == 1, judges > 1 else { return nil }
    let ofTeams = AlgebraicConnectivity(
      units: book.teams, unitCount: book.teamCount, others: book.judges, otherCount: book.judgeCount)
    let ofJudges = AlgebraicConnectivity(
      units: book.judges, unitCount: book.judgeCount, others: book.teams, otherCount: book.teamCount)
    return max(0, 1 - (teams < judges ? ofTeams : ofJudges).secondEigenvalue)
  }

  private init(units: [Int], unitCount: Int, others: [Int], otherCount: Int) {
    self.units = units
    self.others = others
    otherSheets = Self.counts(others, otherCount)
    let sheets = Self.counts(units, unitCount)
    scale = sheets.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    top = sheets.map { ($0 / Double(units.count)).squareRoot() }
  }

  private static func counts(_ keys: [Int], _ count: Int) -> [Double] {
    var counts = [Double](repeating: 0, count: count)
    for key in keys { counts[key] += 1 }
    return counts
  }

  private var secondEigenvalue: Double { SecondEigenvalue(top: top, image: image).value() }

  private func image(of vector: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: otherSheets.count)
    for (unit, other) in zip(units, others) { sums[other] += vector[unit] * scale[unit] }
    var image = [Double](repeating: 0, count: vector.count)
    for (unit, other) in zip(units, others) { image[unit] += sums[other] / otherSheets[other] }
    for index in image.indices { image[index] *= scale[index] }
    return image
  }
}
