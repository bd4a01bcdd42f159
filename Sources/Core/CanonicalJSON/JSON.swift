/// A JSON value whose text is the same on every run: objects keep the order in which they were built, and
/// `canonical` sorts them, so that a hash over it can be recomputed anywhere.
public enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as its decimal text, so that no digit is lost to binary fractions.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// One key of an object with its value.
  public struct Member: Equatable, Sendable {
    public let key: String
    public let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// A whole number.
  public static func integer(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

  /// The value of an object's key, or nil when this is no object or has no such key.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string value, or nil for any other value.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The values of an array, or nil for any other value.
  public var elements: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object, or nil for any other value.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The whole number of a number value, or nil for any other value.
  public var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map(Member.init)) }
  public init(nilLiteral: ()) { self = .null }
}

extension Optional where Wrapped == String {
  /// The text as JSON, or null.
  public var json: JSON { map(JSON.string) ?? .null }
}
