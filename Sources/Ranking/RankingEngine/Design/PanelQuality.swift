/// How well panels let judges be compared.
struct PanelQuality {
  private let panels: [[Int]]
  private let judgeCount: Int
  /// Where each judge who has a team stands among those who have one.
  private let position: [Int?]
  private let order: Int

  init(of panels: [[Int]], judgeCount: Int) {
    self.panels = panels
    self.judgeCount = judgeCount
    let busy = Set(panels.joined()).sorted()
    var position = [Int?](repeating: nil, count: judgeCount)
    for (place, judge) in busy.enumerated() { position[judge] = place }
    self.position = position
    order = busy.count
  }

  /// The sum of 1 over the eigenvalues of S = D - N' diag(1/n) N other than the 0 that it always has: the total variance of
  /// the judges' severities by least squares, in units of a sheet's. Infinite when judges cannot be compared.
  ///
  /// - Complexity: the cube of the judges.
  var varianceOfSeverities: Double {
    guard order > 1 else { return 0 }
    // S has the vector of ones for its 0; with the mean of ones added, that eigenvalue is 1 and the others stay.
    var matrix = SquareMatrix(order: order)
    for row in 0..<order {
      for column in 0..<order { matrix[row, column] = 1 / Double(order) }
    }
    for panel in panels {
      let places = panel.compactMap { position[$0] }
      for one in places {
        matrix[one, one] += 1
        for other in places { matrix[one, other] -= 1 / Double(places.count) }
      }
    }
    guard let factor = Cholesky(matrix) else { return .infinity }
    let inverse = factor.inverse()
    let trace = (0..<order).reduce(0) { $0 + inverse[$1, $1] }
    // Rounding turns the second 0 of judges who are not linked into something tiny.
    return trace < 1e9 ? trace - 1 : .infinity
  }

  /// The second smallest eigenvalue of I - D^-1/2 W D^-1/2 (Chung 1997); nil unless two judges share a team.
  var linkage: Double? {
    let neighbours = neighbours()
    let degrees = neighbours.map { $0.reduce(0) { $0 + $1.shared } }
    let total = degrees.reduce(0, +)
    guard total > 0 else { return nil }
    let scale = degrees.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    // (I + D^-1/2 W D^-1/2) / 2, whose eigenvalues lie from 0 to 1.
    let eigenvalue = SecondEigenvalue(top: degrees.map { ($0 / total).squareRoot() }) { vector in
      vector.indices.map { judge in
        let sum = neighbours[judge].reduce(0) { $0 + $1.shared * scale[$1.judge] * vector[$1.judge] }
        return (vector[judge] + scale[judge] * sum) / 2
      }
    }.value()
    return max(0, 2 - 2 * eigenvalue)
  }

  private func neighbours() -> [[(judge: Int, shared: Double)]] {
    var counts = [[Int: Double]](repeating: [:], count: order)
    for panel in panels {
      let places = panel.compactMap { position[$0] }
      for one in places {
        for other in places where other != one { counts[one][other, default: 0] += 1 }
      }
    }
    return counts.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }
}
