import Foundation

/// An e-mail address as it was written, comparable as mail systems in practice compare it.
public struct EmailAddress: Equatable, Sendable {
  public let text: String

  /// Nil for what cannot be an address: it takes one @ with something before it and a domain with a point behind it.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.count <= 254,
      !text.contains(where: { $0.isWhitespace || $0.isNewline || ",;<>\"".contains($0) })
    else { return nil }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.text = text
  }

  /// The form in which two addresses are compared: composed characters (NFC), lower case.
  public var folded: String { text.precomposedStringWithCanonicalMapping.lowercased() }
}
