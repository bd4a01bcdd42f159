import Foundation

extension String {
  /// The text without white space around it and in composed characters (NFC); nil when nothing is left.
  var asCell: String? {
    guard let first = utf8.first, let last = utf8.last else { return nil }
    // Most cells are ASCII with nothing around them, and are taken as they are.
    let isBare = first > 0x20 && first < 0x7F && last > 0x20 && last < 0x7F
    let trimmed = isBare ? self : self.trimmed
    if trimmed.isEmpty { return nil }
    // Everything below U+0300 is composed already, and in UTF-8 holds only bytes below 0xCC.
    return trimmed.utf8.allSatisfy { $0 < 0xCC } ? trimmed : trimmed.precomposedStringWithCanonicalMapping
  }

  private var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
