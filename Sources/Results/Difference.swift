/// One thing in which a result differs from what its sheets, seed and decisions make it.
public struct Difference: Equatable, Sendable {
  /// Where it stands, such as "ranking[0].place".
  public let path: String
  /// What it has to be; nil where it should not be there.
  public let expected: String?
  /// What stands there; nil where it is missing.
  public let found: String?

  public init(path: String, expected: String?, found: String?) {
    self.path = path
    self.expected = expected
    self.found = found
  }

  public var sentence: String {
    switch (expected, found) {
    case (let expected?, let found?): "\(path) is \(found), but has to be \(expected)."
    case (let expected?, nil): "\(path) is missing; it has to be \(expected)."
    case (nil, let found?): "\(path) is \(found), but should not be there."
    case (nil, nil): "\(path) is wrong."
    }
  }
}
