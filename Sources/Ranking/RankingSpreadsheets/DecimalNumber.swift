/// A decimal number as it is written, without a detour through binary fractions: 6.5 is 65 with one decimal.
struct DecimalNumber: Equatable {
  var digits: Int64
  var decimals: Int

  /// So many decimals are kept; further ones are rounded half away from zero.
  static let mostDecimals = 12

  /// Reads "8", "8.5", "8,5", "-0.25", "+3" or ".5"; nil when it is no such number or has more than 18 digits.
  init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// Takes one digit, as most scores are.
  init(digit: UInt8) { (digits, decimals) = (Int64(digit &- UInt8(ascii: "0")), 0) }

  /// Reads the bytes of such a text.
  init?(utf8 bytes: some Sequence<UInt8>) {
    var (digits, decimals): (Int64, Int) = (0, 0)
    var (isNegative, hasPoint, hasDigit, roundsUp) = (false, false, false, false)
    for (position, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where position == 0: isNegative = true
      case UInt8(ascii: "+") where position == 0: break
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard !hasPoint else { return nil }
        hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        if hasPoint {
          if decimals == Self.mostDecimals {
            // Only the first digit beyond decides the rounding.
            decimals += 1
            roundsUp = byte >= UInt8(ascii: "5")
            continue
          }
          guard decimals < Self.mostDecimals else { continue }
          decimals += 1
        }
        guard digits < 100_000_000_000_000_000 else { return nil }
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    if roundsUp { digits += 1 }
    self.digits = isNegative ? -digits : digits
    self.decimals = min(decimals, Self.mostDecimals)
    dropZeros()
  }

  /// The digits with more decimals behind the point; nil when that is too large.
  func digits(withDecimals wanted: Int) -> Int64? {
    var value = digits
    for _ in decimals..<max(wanted, decimals) {
      let (next, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow, next.magnitude <= 1_000_000_000_000_000_000 else { return nil }
      value = next
    }
    return value
  }

  /// "8.0" and "8" are the same number.
  private mutating func dropZeros() {
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// The nearest binary fraction, to compare and never to compute scores.
  var value: Double { (0..<decimals).reduce(Double(digits)) { value, _ in value / 10 } }

  /// Digits with a point, such as "-0.25".
  var description: String {
    guard decimals > 0 else { return String(digits) }
    let figures = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - figures.count)) + figures
    return (digits < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
