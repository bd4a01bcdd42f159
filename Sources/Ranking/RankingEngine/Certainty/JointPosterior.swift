/// A posterior that all teams' qualities can be drawn from together: a mixture of parts.
struct JointPosterior {
  struct Part {
    /// How much of the posterior this part is; all sum to 1.
    let probability: Double
    /// Draws once into an array with one entry for each team of the book.
    let draw: (inout SplitMix64, inout [Double]) -> Void
  }

  let parts: [Part]

  /// How many of so many draws each part gets: its share by largest remainder, equal remainders in the order of the parts.
  func counts(of draws: Int) -> [Int] {
    let shares = parts.map { $0.probability * Double(draws) }
    var counts = shares.map { Int($0.rounded(.down)) }
    let order = parts.indices.sorted { one, other in
      let (left, right) = (shares[one] - Double(counts[one]), shares[other] - Double(counts[other]))
      return left == right ? one < other : left > right
    }
    for index in order.prefix(max(draws - counts.reduce(0, +), 0)) { counts[index] += 1 }
    return counts
  }
}

extension OrdinalFit {
  /// Draws of the latent qualities.
  var posterior: JointPosterior {
    JointPosterior(
      parts: components.map { component in
        JointPosterior.Part(probability: component.probability, draw: component.fit.drawer)
      })
  }
}

extension ExpectationPropagation {
  fileprivate var drawer: (inout SplitMix64, inout [Double]) -> Void {
    let (design, posterior, precisions) = (design, posterior, precisions)
    guard let factor = posterior.factor else { return { _, _ in } }
    let spreads = posterior.teamPrecisions.map { 1 / $0.squareRoot() }
    return { stream, qualities in
      var dense = (0..<design.columns).map { _ in stream.normal() }
      factor.solveTransposed(&dense)
      for column in dense.indices { dense[column] += posterior.means[column] }
      let mean = dense[design.meanColumn]
      for (index, team) in design.teams.enumerated() {
        let room = design.roomColumns.map { dense[$0[index]] } ?? 0
        var rest = posterior.teamSums[index]
        for sheet in design.book.sheets(ofTeam: team) {
          rest -= precisions[sheet] * (mean + room + dense[design.columnOfSheet[sheet]])
        }
        qualities[team] = rest / posterior.teamPrecisions[index] + stream.normal() * spreads[index] + room
      }
    }
  }
}

extension CrossedEffectsFit {
  /// Draws of the teams' effects; the residual variance is drawn too where the fit is an average.
  var posterior: JointPosterior {
    JointPosterior(
      parts: parts.map { part in
        JointPosterior.Part(probability: part.weight, draw: part.drawer)
      })
  }
}

extension CrossedEffectsFit.Part {
  fileprivate var drawer: (inout SplitMix64, inout [Double]) -> Void {
    let (point, drawsVariance) = (point, drawsVariance)
    let (solution, design) = (point.solution, point.solution.design)
    let root = point.ratios.dense.squareRoot()
    let scales = solution.scales
    let spreads = scales.map { (point.ratios.sparse / $0).squareRoot() }
    return { stream, qualities in
      let variance =
        drawsVariance
        ? point.squares / stream.chiSquared(degreesOfFreedom: point.residuals.count - 1) : point.residualVariance
      let deviation = variance.squareRoot()
      // Deviations from the effects, of the dense units in units of their standard deviation and then of the mean.
      var shifts = (0...design.denseCount).map { _ in stream.normal() * deviation }
      solution.factor.solveTransposed(&shifts)
      if design.teamsAreDense {
        for team in 0..<design.denseCount { qualities[team] = point.effects.dense[team] + root * shifts[team] }
        return
      }
      let mean = shifts[design.denseCount]
      for team in 0..<design.sparseCount {
        var shift = 0.0
        for position in design.positions(of: team) { shift += root * shifts[design.denseUnits[position]] + mean }
        qualities[team] =
          point.effects.sparse[team] - point.ratios.sparse / scales[team] * shift
          + spreads[team] * deviation * stream.normal()
      }
    }
  }
}
