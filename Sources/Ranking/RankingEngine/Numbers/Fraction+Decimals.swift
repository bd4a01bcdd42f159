extension Fraction {
  /// The value as a decimal text, rounded half away from zero to so many digits behind the point.
  public func decimal(digits: Int) -> String {
    let isNegative = numerator < 0
    var whole = numerator.magnitude / denominator.magnitude
    var rest = numerator.magnitude % denominator.magnitude
    var fraction: [UInt8] = []
    for _ in 0..<digits {
      // Ten times the rest fits: a denominator near the limit would have been refused before.
      let (tens, overflow) = rest.multipliedReportingOverflow(by: 10)
      guard !overflow else { break }
      fraction.append(UInt8(truncatingIfNeeded: tens / denominator.magnitude))
      rest = tens % denominator.magnitude
    }
    if rest >= denominator.magnitude - rest { Self.roundUp(&fraction, &whole) }
    let sign = isNegative && (whole > 0 || fraction.contains { $0 > 0 }) ? "-" : ""
    let tail = fraction.map { String($0) }.joined()
    return sign + String(whole) + (tail.isEmpty ? "" : "." + tail)
  }

  /// Texts for values that are listed best first: two digits behind the point, and more where two different neighbours
  /// would otherwise read alike.
  public static func decimals(of values: [Fraction], atLeast fewest: Int = 2, atMost most: Int = 12) -> [String] {
    var digits = [Int](repeating: fewest, count: values.count)
    for index in values.indices.dropFirst() where values[index] != values[index - 1] {
      var needed = fewest
      while needed < most, values[index].decimal(digits: needed) == values[index - 1].decimal(digits: needed) {
        needed += 1
      }
      digits[index] = max(digits[index], needed)
      digits[index - 1] = max(digits[index - 1], needed)
    }
    return zip(values, digits).map { $0.decimal(digits: $1) }
  }

  private static func roundUp(_ fraction: inout [UInt8], _ whole: inout UInt128) {
    for index in fraction.indices.reversed() {
      if fraction[index] < 9 {
        fraction[index] += 1
        return
      }
      fraction[index] = 0
    }
    whole += 1
  }
}
