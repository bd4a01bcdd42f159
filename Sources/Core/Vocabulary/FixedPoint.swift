/// Decimal texts to and from whole numbers of a small unit, without a detour through binary fractions.
enum FixedPoint {
  /// Reads "6", "6.5", "6,5" or "-6.5"; nil when it is no such number, has too many decimals or is too large.
  static func parse(_ text: String, decimals: Int) -> Int64? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard isDigits(whole), parts.count == 1 || isDigits(fraction) else { return nil }
    let excess = fraction.dropFirst(decimals)
    guard excess.allSatisfy({ $0 == "0" }) else { return nil }
    let kept = fraction.prefix(decimals)
    guard let value = Int64(whole + kept + String(repeating: "0", count: decimals - kept.count)) else { return nil }
    return isNegative ? -value : value
  }

  /// The digits before and behind the point.
  static func parts(_ value: Int64, decimals: Int) -> (units: String, fraction: String) {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 ? "-" : ""
    return (sign + padded.dropLast(decimals), String(padded.suffix(decimals)))
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
