/// The log likelihood of each pattern of scores for each grid value of team plus judge, one lane for each class of judge;
/// the halo, which is what a judge's criteria on one team share, is integrated out.
struct ClassTables {
  /// By pattern and grid point.
  let values: [SIMD4<Double>]
  /// The pattern of each sheet.
  let patterns: [Int32]
  /// The log likelihood of each pattern if the sheet has nothing to do with team and judge.
  let unrelated: [Double]
  let contamination: Double

  /// - Parameter residual: The variance of a sheet beside team and judge.
  init(_ likelihoods: SheetLikelihoods, residual: Double, sheetNoise: Double, classes: JudgeClasses) {
    let kernel = Self.kernel(halo: max(residual - sheetNoise, 0.004), stretches: classes.stretches)
    let count = LatentGrid.count
    let patterns = likelihoods.patternCount
    contamination = classes.contamination
    let epsilon = classes.contamination
    let mixed = SIMD4(1 - epsilon, 1 - epsilon, 1 - epsilon, 1)
    let alone = SIMD4(epsilon, epsilon, epsilon, 0)
    var unrelated = [Double](repeating: 0, count: patterns)
    values = [SIMD4<Double>](unsafeUninitializedCapacity: patterns * count) { table, initialized in
      likelihoods.values.withUnsafeBufferPointer { likelihoods in
        kernel.withUnsafeBufferPointer { kernel in
          for pattern in 0..<patterns {
            for x in 0..<count {
              var sum = SIMD4<Double>.zero
              for u in 0..<count { sum += kernel[x * count + u] * likelihoods[pattern * count + u] }
              var density = mixed * sum + alone * sum[JudgeClasses.unrelatedLane]
              density.replace(with: 1e-300, where: density .< 1e-300)
              table[pattern * count + x] = logarithm(density)
              unrelated[pattern] = table[pattern * count + x][JudgeClasses.unrelatedLane]
            }
          }
        }
      }
      initialized = patterns * count
    }
    self.unrelated = unrelated
    self.patterns = likelihoods.patterns
  }

  /// Rows over the latent score of a sheet given team plus judge; the last lane is the distribution of sheets that are
  /// unrelated to both, half narrow and half wide.
  private static func kernel(halo: Double, stretches: [Double]) -> [SIMD4<Double>] {
    let points = LatentGrid.points
    let count = LatentGrid.count
    var kernel = [SIMD4<Double>](repeating: .zero, count: count * count)
    for (lane, stretch) in stretches.enumerated() {
      for x in 0..<count {
        let centre = min(max(stretch * points[x], -6), 6)
        let row = points.map { exponential(-0.5 * ($0 - centre) * ($0 - centre) / halo) }
        let sum = row.reduce(0, +)
        for u in 0..<count { kernel[x * count + u][lane] = row[u] / sum }
      }
    }
    let (narrow, wide) = (LatentGrid.normal(deviation: 1), LatentGrid.normal(deviation: 3))
    for x in 0..<count {
      for u in 0..<count { kernel[x * count + u][JudgeClasses.unrelatedLane] = 0.5 * narrow[u] + 0.5 * wide[u] }
    }
    return kernel
  }
}
