import Foundation
import Vocabulary

extension String {
  /// The text without white space around it and in composed characters (NFC); nil when nothing is left.
  var asCell: String? {
    let trimmed = self.trimmed
    if trimmed.isEmpty { return nil }
    // Everything below U+0300 is composed already, and in UTF-8 holds only bytes below 0xCC.
    return trimmed.utf8.allSatisfy { $0 < 0xCC } ? trimmed : trimmed.precomposedStringWithCanonicalMapping
  }
}
