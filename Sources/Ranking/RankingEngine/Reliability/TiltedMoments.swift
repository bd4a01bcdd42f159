/// The moments of each sheet's latent score under its likelihood times a normal cavity, one lane for each class of judge.
struct TiltedMoments {
  private(set) var logMass: [SIMD4<Double>]
  private(set) var first: [SIMD4<Double>]
  private(set) var second: [SIMD4<Double>]

  /// Nodes of the quadrature in standard deviations of the cavity, with normal weights.
  private static let nodes = (0...30).map { -4.5 + 0.3 * Double($0) }
  private static let weights: [Double] = {
    let densities = nodes.map { exponential(-0.5 * $0 * $0) }
    let sum = densities.reduce(0, +)
    return densities.map { $0 / sum }
  }()

  init(sheets: Int) {
    logMass = [SIMD4<Double>](repeating: .zero, count: sheets)
    first = logMass
    second = logMass
  }

  mutating func update(_ tables: ClassTables, cavityMeans: [Double], cavityDeviations: [Double]) {
    tables.values.withUnsafeBufferPointer { table in
      Self.nodes.withUnsafeBufferPointer { nodes in
        Self.weights.withUnsafeBufferPointer { weights in
          for sheet in cavityMeans.indices {
            let row = UnsafeBufferPointer(rebasing: table[sheet * LatentGrid.count..<(sheet + 1) * LatentGrid.count])
            let (mean, deviation) = (cavityMeans[sheet], cavityDeviations[sheet])
            let moments = Self.moments(row, mean: mean, deviation: deviation, nodes, weights)
            let standardMean = moments.first
            let classMean = standardMean * deviation + mean
            logMass[sheet] = moments.logMass
            first[sheet] = classMean
            second[sheet] =
              (moments.second - standardMean * standardMean) * (deviation * deviation) + classMean * classMean
          }
        }
      }
    }
  }

  /// Log mass and the first two moments in standard deviations of the cavity.
  @inline(__always)
  private static func moments(
    _ row: UnsafeBufferPointer<SIMD4<Double>>, mean: Double, deviation: Double, _ nodes: UnsafeBufferPointer<Double>,
    _ weights: UnsafeBufferPointer<Double>
  ) -> (logMass: SIMD4<Double>, first: SIMD4<Double>, second: SIMD4<Double>) {
    withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: 31) { logs in
      let start = (mean - LatentGrid.first) / LatentGrid.step
      let scale = deviation / LatentGrid.step
      var peak = SIMD4(repeating: -Double.greatestFiniteMagnitude)
      for node in 0..<31 {
        let value = interpolated(row, at: start + scale * nodes[node])
        logs[node] = value
        peak.replace(with: value, where: value .> peak)
      }
      var (mass, first, second) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
      for node in 0..<31 {
        let density = exponential(logs[node] - peak) * weights[node]
        let moment = density * nodes[node]
        mass += density
        first += moment
        second += moment * nodes[node]
      }
      return (peak + logarithm(mass), first / mass, second / mass)
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
