/// A bound value as it goes over the wire.
public struct Parameter: Sendable {
  enum Form: Int32, Sendable {
    case text = 0
    case binary = 1
  }

  /// The type's number in the server's catalogue; 0 lets the server infer it.
  let type: UInt32
  let form: Form
  /// Nil for NULL.
  let bytes: [UInt8]?

  static let null = Parameter(type: 0, form: .text, bytes: nil)

  static func text(_ text: String) -> Parameter { Parameter(type: 0, form: .text, bytes: Array(text.utf8)) }

  static func binary(_ value: some FixedWidthInteger, type: UInt32) -> Parameter {
    Parameter(type: type, form: .binary, bytes: withUnsafeBytes(of: value.bigEndian, Array.init))
  }
}

/// A value that can be bound to a statement.
public protocol SQLEncodable {
  var parameter: Parameter { get }
}

extension String: SQLEncodable {
  public var parameter: Parameter { .text(self) }
}

extension Int: SQLEncodable {
  public var parameter: Parameter { .binary(Int64(self), type: TypeNumber.int8) }
}

extension Int64: SQLEncodable {
  public var parameter: Parameter { .binary(self, type: TypeNumber.int8) }
}

extension Double: SQLEncodable {
  public var parameter: Parameter { .binary(bitPattern, type: TypeNumber.float8) }
}

extension Bool: SQLEncodable {
  public var parameter: Parameter { Parameter(type: TypeNumber.bool, form: .binary, bytes: [self ? 1 : 0]) }
}

extension Array: SQLEncodable where Element: SQLArrayElement {
  /// Bytes go as `bytea`; every other element as the text of an array, for `unnest($1::text[])` and the like.
  public var parameter: Parameter {
    // The cast alone would take any empty array for bytes.
    if Element.self == UInt8.self, let bytes = self as? [UInt8] {
      return Parameter(type: TypeNumber.bytea, form: .binary, bytes: bytes)
    }
    return .text("{" + map(\.arrayText).joined(separator: ",") + "}")
  }
}

extension Optional: SQLEncodable where Wrapped: SQLEncodable {
  public var parameter: Parameter { map(\.parameter) ?? .null }
}

/// A value that can stand in an array that is bound.
public protocol SQLArrayElement {
  /// The element as it stands between the braces of an array's text.
  var arrayText: String { get }
}

extension UInt8: SQLArrayElement {
  public var arrayText: String { String(self) }
}

extension Int: SQLArrayElement {
  public var arrayText: String { String(self) }
}

extension Int64: SQLArrayElement {
  public var arrayText: String { String(self) }
}

extension Bool: SQLArrayElement {
  public var arrayText: String { self ? "t" : "f" }
}

extension String: SQLArrayElement {
  public var arrayText: String {
    var text = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

extension Optional: SQLArrayElement where Wrapped: SQLArrayElement {
  public var arrayText: String { map(\.arrayText) ?? "NULL" }
}

/// Numbers of the types that travel in binary form (PostgreSQL's pg_type.dat).
enum TypeNumber {
  static let bool: UInt32 = 16
  static let bytea: UInt32 = 17
  static let int8: UInt32 = 20
  static let int2: UInt32 = 21
  static let int4: UInt32 = 23
  static let json: UInt32 = 114
  static let float4: UInt32 = 700
  static let float8: UInt32 = 701
  static let date: UInt32 = 1082
  static let timestamptz: UInt32 = 1184
  static let jsonb: UInt32 = 3802
  /// Types whose binary form is their text: text, varchar, char(n), name, "char", json, xml, unknown.
  static let texts: Set<UInt32> = [25, 1043, 1042, 19, 18, 114, 142, 705]
}
