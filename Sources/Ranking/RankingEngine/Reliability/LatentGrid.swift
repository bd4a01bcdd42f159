/// The points on which functions of the latent score are kept: -6, -5.8 … 6.
enum LatentGrid {
  static let count = 61
  static let first = -6.0
  static let step = 0.2
  static let points = (0..<count).map { first + step * Double($0) }

  /// Normal densities with the given standard deviation at the points, made to sum to 1.
  static func normal(deviation: Double) -> [Double] {
    let densities = points.map { exponential(-0.5 * ($0 / deviation) * ($0 / deviation)) }
    let sum = densities.reduce(0, +)
    return densities.map { $0 / sum }
  }
}
