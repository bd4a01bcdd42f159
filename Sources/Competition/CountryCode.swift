/// A country as two capital letters (ISO 3166-1 alpha-2).
public struct CountryCode: Hashable, Sendable {
  public let text: String

  /// Nil when these are not two letters.
  public init?(_ text: String) {
    let upper = text.uppercased()
    guard upper.utf8.count == 2, upper.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    self.text = upper
  }
}
