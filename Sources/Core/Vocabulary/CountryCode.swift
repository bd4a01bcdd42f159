/// A country or territory of ISO 3166-1, or Kosovo by the letters that the standard leaves free, as two capital letters.
public struct CountryCode: Hashable, Sendable, CaseIterable {
  /// Two capital letters (alpha-2), such as "CA".
  public let text: String

  /// Takes two or three letters in any case; nil when they stand for no country.
  public init?(_ text: String) {
    guard (2...3).contains(text.utf8.count) else { return nil }
    let upper = text.uppercased()
    guard let alpha2 = CountryTable.alpha3[upper] == nil ? CountryTable.alpha2[upper] : upper else { return nil }
    self.text = alpha2
  }

  /// Three capital letters, such as "CAN".
  public var alpha3: String { CountryTable.alpha3[text] ?? text }

  /// All 250 of them, by their two letters.
  public static let allCases: [CountryCode] = CountryTable.alpha3.keys.sorted().compactMap(CountryCode.init)
}
