/// A stream of pseudorandom numbers from a seed, the same on every machine (Steele, Lea, Flood 2014).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Between 0 and 1, never either: the middles of 2^52 equal steps.
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A standard normal number, by inversion: one number of the stream each.
  mutating func normal() -> Double { NormalDistribution.quantile(uniform()) }

  /// A gamma number with the given shape, 1 or more, and scale 1 (Marsaglia and Tsang 2000).
  mutating func gamma(shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      if logarithm(uniform()) < 0.5 * x * x + d - d * cube + d * logarithm(cube) { return d * cube }
    }
  }

  /// A chi-squared number.
  mutating func chiSquared(degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom > 1 else {
      let z = normal()
      return z * z
    }
    return 2 * gamma(shape: Double(degreesOfFreedom) / 2)
  }
}
