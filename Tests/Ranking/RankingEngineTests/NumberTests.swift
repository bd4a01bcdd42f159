import Foundation
import Testing

@testable import RankingEngine

/// The engine's own functions against the C library's and against values of 40 digits.
@Suite struct NumberTests {
  @Test func exponentialAndLogarithmAgreeWithTheLibrary() {
    var generator = Seeded(state: 1)
    for _ in 0..<20_000 {
      let x = Double.random(in: -700...700, using: &generator)
      #expect(abs(exponential(x) / exp(x) - 1) < 4e-16)
      #expect(exponential(SIMD4(repeating: x)) == SIMD4(repeating: exponential(x)))
      let y = exp(x)
      #expect(abs(logarithm(y) - log(y)) <= abs(log(y)) * 4e-16)
    }
    #expect(exponential(0) == 1 && logarithm(1) == 0)
    #expect(exponential(-1e6) > 0 && exponential(1e6).isFinite)
  }

  @Test(
    arguments: [
      (-37, 5.725571222524577e-300), (-30.5, 1.3029379131780763e-204), (-12.25, 8.399796063633417e-35),
      (-5.7, 5.990371401063528e-09), (-5, 2.866515718791939e-07), (-3.3, 0.0004834241423837775),
      (-0.7, 0.24196365222307303), (-0.5, 0.3085375387259869), (-1e-3, 0.49960105778608893),
      (0.3, 0.6179114221889527), (1.5, 0.9331927987311419), (4.2, 0.9999866542509841), (8, 0.9999999999999993),
    ] as [(Double, Double)])
  func theNormalDistributionIsRightFarOut(_ z: Double, _ p: Double) {
    #expect(abs(NormalDistribution.cumulative(z) / p - 1) < 2e-15)
  }

  @Test(
    arguments: [
      (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-5, -4.264890793922825), (0.02, -2.053748910631823),
      (0.1, -1.2815515655446004), (0.3, -0.5244005127080409), (0.5, 0), (0.975, 1.959963984540054),
      (0.999999, 4.753424308817087),
    ] as [(Double, Double)])
  func theQuantileIsItsInverse(_ p: Double, _ z: Double) {
    #expect(abs(NormalDistribution.quantile(p) - z) <= max(abs(z), 1) * 3e-15)
  }

  /// The stream is part of what a seed promises: the first numbers of SplitMix64 for seed 0 are published.
  @Test func theStreamOfASeedIsFixed() {
    var stream = SplitMix64(seed: 0)
    #expect([stream.next(), stream.next()] == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4])
  }

  @Test func drawsHaveTheMomentsThatTheyShould() {
    var stream = SplitMix64(seed: 5)
    let normals = (0..<200_000).map { _ in stream.normal() }
    #expect(abs(normals.reduce(0, +) / 200_000) < 0.01)
    #expect(abs(normals.reduce(0) { $0 + $1 * $1 } / 200_000 - 1) < 0.02)
    for degrees in [1, 2, 5, 90] {
      let mean = (0..<50_000).reduce(0.0) { sum, _ in sum + stream.chiSquared(degreesOfFreedom: degrees) } / 50_000
      #expect(abs(mean / Double(degrees) - 1) < 0.03)
    }
  }
}
