import Foundation

/// An e-mail address as it was written, comparable as mail systems in practice compare it.
public struct EmailAddress: Equatable, Sendable {
  public let text: String

  /// Nil for what cannot be an address: it takes one @ with something before it and a domain with a point behind it.
  public init?(_ text: String) {
    // Bytes, for there may be a million of them.
    let bytes = text.utf8
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard bytes.count <= 254, parts.count == 2, !parts[0].isEmpty, !Self.isBroken(text) else { return nil }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.text = text
  }

  /// The form in which two addresses are compared: composed characters (NFC), lower case.
  ///
  /// An address is no name: accents are kept, because they tell two mailboxes apart.
  public var folded: String {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    return (isASCII ? text : text.precomposedStringWithCanonicalMapping).lowercased()
  }

  /// Whether a space or a mark parts the text, as in a list of addresses or one with a name.
  private static func isBroken(_ text: String) -> Bool {
    var isASCII = true
    for byte in text.utf8 {
      switch byte {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        return true
      case 0x80...: isASCII = false
      default: break
      }
    }
    return !isASCII && text.unicodeScalars.contains { $0.properties.isWhitespace }
  }
}
