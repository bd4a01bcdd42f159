/// What the scores say about the latent scale on which teams, judges and sheets add up: a criterion's score has variance
/// 1, of which criteria share what is the same for all of a sheet.
struct LatentScale {
  let weights: [Double]
  let scales: [OrdinalScale]
  /// The share of a criterion's variance that all criteria of a sheet have in common.
  let commonShare: Double

  init(_ book: ScoreBook) {
    weights = book.weights
    scales = (0..<book.criterionCount).map { OrdinalScale(criterion: $0, in: book) }
    commonShare = Self.commonShare(scales, weights)
  }

  /// The scale for other weights, with the cuts that are known.
  init(scales: [OrdinalScale], weights: [Double]) {
    self.scales = scales
    self.weights = weights
    commonShare = Self.commonShare(scales, weights)
  }

  /// The variance of a criterion's own noise.
  var noise: Double { 1 - commonShare }
  /// The part of that noise which is left in a weighted sheet.
  var sheetNoise: Double { noise * weights.reduce(0) { $0 + $1 * $1 } }
  /// The variance of a weighted sheet.
  var total: Double { commonShare + sheetNoise }

  /// The weighted mean correlation between the criteria's normal scores.
  private static func commonShare(_ scales: [OrdinalScale], _ weights: [Double]) -> Double {
    guard scales.count > 1 else { return 0.96 }
    let scores = scales.map { centred(normalScores: $0) }
    var (above, below) = (0.0, 0.0)
    for c in scales.indices {
      for d in 0..<c {
        var (products, squares, otherSquares, count) = (0.0, 0.0, 0.0, 0.0)
        for (one, other) in zip(scores[c], scores[d]) {
          guard let one, let other else { continue }
          products += one * other
          squares += one * one
          otherSquares += other * other
          count += 1
        }
        guard count > 0 else { continue }
        above += weights[c] * weights[d] * products / count
        below += weights[c] * weights[d] * max(squares / count * (otherSquares / count), 1e-9).squareRoot()
      }
    }
    return below > 1e-8 ? min(max(above / max(below, 1e-9), 0.1), 0.95) : 0.6
  }

  private static func centred(normalScores scale: OrdinalScale) -> [Double?] {
    let ofCategory = scale.values.indices.map(scale.normalScore)
    let scores = scale.categories.map { $0.map { ofCategory[$0] } }
    let present = scores.compactMap { $0 }
    let mean = present.reduce(0, +) / Double(max(present.count, 1))
    return scores.map { $0.map { $0 - mean } }
  }

  /// The score on the scale of the input that a team of this latent quality can expect.
  func expectedScore(mean: Double, teamVariance: Double) -> Double {
    zip(scales, weights).reduce(0) { sum, criterion in
      sum + criterion.1 * criterion.0.expectedScore(mean: mean, variance: max(1 - teamVariance, 1e-9))
    }
  }
}
