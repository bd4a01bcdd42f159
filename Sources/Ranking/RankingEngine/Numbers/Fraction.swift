/// An exact rational number, in lowest terms with a denominator above 0.
public struct Fraction: Hashable, Comparable, Sendable {
  public let numerator: Int128
  public let denominator: Int128

  /// The value needs more than 38 digits.
  public struct TooFine: Error, Equatable {}

  /// - Throws: `TooFine` when the value does not fit.
  public init(_ numerator: Int128, over denominator: Int128) throws(TooFine) {
    guard denominator > 0, numerator != .min else { throw TooFine() }
    let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public static let zero = Fraction(numerator: 0, denominator: 1)

  private init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public static func < (one: Fraction, other: Fraction) -> Bool {
    // The full products decide, so that no pair of values is too large to compare.
    let left = one.numerator.multipliedFullWidth(by: other.denominator)
    let right = other.numerator.multipliedFullWidth(by: one.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }

  func adding(_ other: Fraction) throws(TooFine) -> Fraction {
    let shared = Int128(Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let (left, over1) = numerator.multipliedReportingOverflow(by: other.denominator / shared)
    let (right, over2) = other.numerator.multipliedReportingOverflow(by: denominator / shared)
    let (sum, over3) = left.addingReportingOverflow(right)
    let (product, over4) = (denominator / shared).multipliedReportingOverflow(by: other.denominator)
    guard !over1, !over2, !over3, !over4 else { throw TooFine() }
    return try Fraction(sum, over: product)
  }

  func divided(by count: Int128) throws(TooFine) -> Fraction {
    let (product, overflow) = denominator.multipliedReportingOverflow(by: count)
    guard !overflow else { throw TooFine() }
    return try Fraction(numerator, over: product)
  }

  func multiplied(by factor: Int128) throws(TooFine) -> Fraction {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw TooFine() }
    return try Fraction(product, over: denominator)
  }

  private static func greatestCommonDivisor(_ one: UInt128, _ other: UInt128) -> UInt128 {
    var (larger, smaller) = (one, other)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
  }
}
