/// How points become what is weighted: as they are, or as shares of each criterion's own range.
///
/// With ranges that differ, a criterion counts `100 (x - lowest) / (highest - lowest)`, so its weight says how much it counts.
/// All is exact: points are brought to a common multiple of the ranges' widths.
struct CriterionRanges: Equatable, Sendable {
  /// The ranges whose shares count; nil where points count as they are.
  let shared: [ClosedRange<Int64>]?
  private let factors: [Int64]
  /// A weighted mean of units is on the scale of the totals after it is multiplied and divided by these.
  let multiplier: Int128
  let divisor: Int128

  /// With this limit no sum of units times weights leaves 128 bits.
  private static let largestDivisor: Int64 = 1_000_000_000_000_000_000

  /// Points as they are, with so many digits behind the point.
  init(decimals: Int, criterionCount: Int) {
    self.init(
      shared: nil, factors: Array(repeating: 1, count: criterionCount), multiplier: 1,
      divisor: Int128(powerOfTen(decimals)))
  }

  /// Shares of the ranges, from 0 to 100; nil where a range is empty or they have no common multiple up to 10^18.
  init?(shares ranges: [ClosedRange<Int64>]) {
    let widths = ranges.map { $0.upperBound - $0.lowerBound }
    guard widths.allSatisfy({ $0 > 0 }) else { return nil }
    var common: Int64 = 1
    for width in widths {
      let (multiple, overflow) = (common / greatestCommonDivisor(common, width)).multipliedReportingOverflow(by: width)
      guard !overflow, multiple <= Self.largestDivisor else { return nil }
      common = multiple
    }
    self.init(shared: ranges, factors: widths.map { common / $0 }, multiplier: 100, divisor: Int128(common))
  }

  private init(shared: [ClosedRange<Int64>]?, factors: [Int64], multiplier: Int128, divisor: Int128) {
    self.shared = shared
    self.factors = factors
    self.multiplier = multiplier
    self.divisor = divisor
  }

  /// The units that points of a criterion make.
  func units(_ points: Int64, of criterion: Int) -> Int64 {
    guard let shared else { return points }
    return (points - shared[criterion].lowerBound) * factors[criterion]
  }

  /// Units on the scale of the totals.
  func scaled(_ units: Double) -> Double { units / (double(divisor) / double(multiplier)) }

  /// Only these criteria.
  func filtered(_ criteria: [Int]) -> CriterionRanges {
    CriterionRanges(
      shared: shared.map { shared in criteria.map { shared[$0] } }, factors: criteria.map { factors[$0] },
      multiplier: multiplier, divisor: divisor)
  }
}

private func greatestCommonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
  other == 0 ? one : greatestCommonDivisor(other, one % other)
}
