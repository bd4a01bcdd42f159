/// One thing in which a result differs from what its sheets, seed and decisions make it.
public struct Difference: Equatable, Sendable {
  /// Where it stands, such as "ranking[0].rank".
  public let path: String
  /// What it has to be; nil where it should not be there.
  public let expected: String?
  /// The value that was found; nil where it is missing.
  public let found: String?
  /// What is wrong in words, where two values do not say it.
  public let fault: String?

  public init(path: String, expected: String?, found: String?, fault: String? = nil) {
    self.path = path
    self.expected = expected
    self.found = found
    self.fault = fault
  }

  public var sentence: String {
    if let fault { return "\(path): \(fault)" }
    switch (expected, found) {
    case (let expected?, let found?): return "\(path) is \(found), but has to be \(expected)."
    case (let expected?, nil): return "\(path) is missing; it has to be \(expected)."
    case (nil, let found?): return "\(path) is \(found), but should not be there."
    case (nil, nil): return "\(path) is wrong."
    }
  }
}
