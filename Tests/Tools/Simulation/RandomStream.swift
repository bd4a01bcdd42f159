/// Pseudorandom numbers from a seed (SplitMix64), the same on every machine: beside the four operations and square roots,
/// which are exact everywhere, nothing is computed.
struct RandomStream: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for each event, whatever else is simulated.
  init(seed: UInt64, scenario: String, replicate: Int) {
    // FNV-1a, since Swift's own hashes differ from run to run.
    let name = scenario.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ name
    state = next() ^ UInt64(replicate)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Between 0 and 1, never either.
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// 0 to `count` - 1.
  mutating func index(below count: Int) -> Int { Int(next() % UInt64(count)) }

  mutating func shuffled(_ elements: [Int]) -> [Int] {
    var elements = elements
    for last in elements.indices.dropFirst().reversed() { elements.swapAt(last, index(below: last + 1)) }
    return elements
  }

  /// A standard normal number, by comparisons of uniform ones alone (Karney 2016, algorithm N).
  mutating func normal() -> Double {
    while true {
      var whole = 0
      while happens(0.5) { whole += 1 }
      guard (0..<whole * max(whole - 1, 0)).allSatisfy({ _ in happens(0.5) }) else { continue }
      let (k, x) = (Double(whole), uniform())
      guard (0...whole).allSatisfy({ _ in happens(x * (2 * k + x) / (2 * k + 2)) }) else { continue }
      return next() >> 63 == 0 ? k + x : -k - x
    }
  }

  /// Student's t with three degrees of freedom, made to have standard deviation 1.
  mutating func heavyTailed() -> Double { normal() / chiSquared3().squareRoot() }

  /// A chi-squared number with three degrees of freedom.
  mutating func chiSquared3() -> Double {
    (0..<3).reduce(0) { sum, _ in
      let z = normal()
      return sum + z * z
    }
  }

  /// True with probability exp(-rate), for rates from 0 to 1 (von Neumann 1951).
  private mutating func happens(_ rate: Double) -> Bool {
    var (limit, falls) = (rate, 0)
    while true {
      let value = uniform()
      guard value < limit else { return falls.isMultiple(of: 2) }
      limit = value
      falls += 1
    }
  }
}
