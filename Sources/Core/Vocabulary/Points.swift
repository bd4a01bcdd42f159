/// A score or a weight as exact thousandths: 6.5 is 6,500.
public struct Points: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let thousandths: Int64

  public init(thousandths: Int64) { self.thousandths = thousandths }

  /// Reads "6", "6.5" or "6,5"; nil for anything else and beyond three decimals or a million.
  public init?(_ text: String) {
    guard let value = FixedPoint.parse(text, decimals: 3), value.magnitude <= 1_000_000_000 else { return nil }
    thousandths = value
  }

  /// The shortest decimal text, with a point: "6.5", "10".
  public var description: String {
    let (units, fraction) = FixedPoint.parts(thousandths, decimals: 3)
    let digits = fraction.reversed().drop { $0 == "0" }.reversed()
    return digits.isEmpty ? units : units + "." + String(digits)
  }

  public static func < (one: Points, other: Points) -> Bool { one.thousandths < other.thousandths }
}

extension ClosedRange<Points> {
  /// Whether these points stand on the scale, which goes up from its lowest in steps.
  public func has(_ points: Points, inStepsOf step: Points) -> Bool {
    contains(points) && (points.thousandths - lowerBound.thousandths) % step.thousandths == 0
  }
}
