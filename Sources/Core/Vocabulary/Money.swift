/// An amount of money in the currency's minor unit (cents), so that nothing is rounded.
public struct Money: Hashable, Sendable {
  public let minorUnits: Int64
  /// The ISO 4217 code, such as "CAD".
  public let currency: String

  /// - Throws: `MoneyError` for a negative amount or a code that is not three capital letters.
  public init(minorUnits: Int64, currency: String) throws(MoneyError) {
    guard minorUnits >= 0 else { throw .negative(String(minorUnits)) }
    guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw .unknownCurrency(currency)
    }
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Reads an amount such as "5000", "5000.50" or "5000,50" in whole units of the currency.
  public init(amount: String, currency: String) throws(MoneyError) {
    let digits = Self.decimals(of: currency)
    // Further decimals are refused even when they are zeros: "5,000" is meant as five thousand.
    guard amount.drop(while: { $0 != "." && $0 != "," }).dropFirst().count <= digits,
      let minorUnits = FixedPoint.parse(amount, decimals: digits)
    else { throw .unreadable(amount, decimals: digits) }
    guard minorUnits >= 0 else { throw .negative(amount) }
    try self.init(minorUnits: minorUnits, currency: currency)
  }

  /// How many digits of the currency stand behind the point.
  public static func decimals(of currency: String) -> Int { unusualDecimals[currency] ?? 2 }

  /// The exceptions to two digits (ISO 4217, list one).
  public static let unusualDecimals: [String: Int] = {
    let byDigits = [
      0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 3: "BHD IQD JOD KWD LYD OMR TND",
      4: "CLF UYW",
    ]
    var decimals: [String: Int] = [:]
    for (digits, currencies) in byDigits {
      for currency in currencies.split(separator: " ") { decimals[String(currency)] = digits }
    }
    return decimals
  }()

  /// The whole units and the digits behind the point, such as ("5000", "50").
  public var parts: (units: String, fraction: String) {
    FixedPoint.parts(minorUnits, decimals: Self.decimals(of: currency))
  }
}

/// An amount that cannot be kept.
public enum MoneyError: ExplainedError, Equatable {
  case negative(String)
  case unknownCurrency(String)
  case unreadable(String, decimals: Int)

  public var explanation: Explanation {
    switch self {
    case .negative(let amount):
      Explanation(.badData, code: "negative-amount", "A prize cannot be \(quoted(amount)): it is below zero.")
    case .unknownCurrency(let code):
      Explanation(
        .badData, code: "unknown-currency", "\(quoted(code)) is no currency code.",
        hint: "Write the three capital letters of ISO 4217, such as CAD.")
    case .unreadable(let amount, let decimals):
      Explanation(
        .badData, code: "unreadable-amount",
        "\(quoted(amount)) is no amount: it takes digits without spaces or marks between the thousands, and "
          + (decimals == 0 ? "none behind a point." : "at most \(decimals) behind the point."),
        hint: "Write it like 5000 or, where the amount is not made public, \"undisclosed\".")
    }
  }
}
