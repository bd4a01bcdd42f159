/// The moments of a sheet's latent score under its likelihood times a normal cavity, one lane for each class of judge.
struct TiltedMoments {
  let logMass: SIMD4<Double>
  let first: SIMD4<Double>
  let second: SIMD4<Double>

  private static let nodeCount = 31

  /// Nodes of the quadrature in standard deviations of the cavity, with normal weights.
  struct Quadrature {
    fileprivate let nodes: [Double]
    fileprivate let weights: [Double]

    init() {
      nodes = (0..<TiltedMoments.nodeCount).map { -4.5 + 0.3 * Double($0) }
      let densities = nodes.map { exponential(-0.5 * $0 * $0) }
      let sum = densities.reduce(0, +)
      weights = densities.map { $0 / sum }
    }
  }

  /// - Parameters:
  ///   - row: The log likelihood of the sheet at the points of the grid.
  ///   - mean: The mean and the standard deviation of the cavity.
  @inline(__always)
  init(
    _ row: UnsafeBufferPointer<SIMD4<Double>>, mean: Double, deviation: Double, _ quadrature: borrowing Quadrature
  ) {
    let standard = Self.standard(row, mean: mean, deviation: deviation, quadrature)
    logMass = standard.logMass
    first = standard.first * deviation + mean
    second = (standard.second - standard.first * standard.first) * (deviation * deviation) + first * first
  }

  /// Log mass and the first two moments in standard deviations of the cavity.
  @inline(__always)
  private static func standard(
    _ row: UnsafeBufferPointer<SIMD4<Double>>, mean: Double, deviation: Double, _ quadrature: borrowing Quadrature
  ) -> (logMass: SIMD4<Double>, first: SIMD4<Double>, second: SIMD4<Double>) {
    let (nodes, weights) = (quadrature.nodes, quadrature.weights)
    return withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: nodeCount) { logs in
      nodes.withUnsafeBufferPointer { nodes in
        weights.withUnsafeBufferPointer { weights in
          let start = (mean - LatentGrid.first) / LatentGrid.step
          let scale = deviation / LatentGrid.step
          var peak = SIMD4(repeating: -Double.greatestFiniteMagnitude)
          for node in 0..<nodeCount {
            let value = interpolated(row, at: start + scale * nodes[node])
            logs[node] = value
            peak.replace(with: value, where: value .> peak)
          }
          var (mass, first, second) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
          for node in 0..<nodeCount {
            let density = exponential(logs[node] - peak) * weights[node]
            let moment = density * nodes[node]
            mass += density
            first += moment
            second += moment * nodes[node]
          }
          return (peak + logarithm(mass), first / mass, second / mass)
        }
      }
    }
  }

  /// The cubic through the four points around a fractional index (Lagrange), kept inside the table.
  @inline(__always)
  private static func interpolated(_ row: UnsafeBufferPointer<SIMD4<Double>>, at index: Double) -> SIMD4<Double> {
    let index = min(max(index, 1), Double(LatentGrid.count) - 2.001)
    let whole = Int(index)
    let r = index - Double(whole)
    let (below, above, beyond) = (r - 1, r + 1, r - 2)
    let inner = r * below
    let outer = above * beyond
    return row[whole - 1] * (-inner * beyond / 6) + row[whole] * (outer * below / 2)
      - row[whole + 1] * (outer * r / 2) + row[whole + 2] * (above * inner / 6)
  }
}
