extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without white space at its ends.
  @inlinable public var trimmed: String {
    // Nearly all texts have nothing to trim, which their first and their last byte show.
    guard let first = utf8.first, let last = utf8.last else { return "" }
    if first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return String(self) }
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
