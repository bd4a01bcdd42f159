/// One value of a result in PostgreSQL's binary form; valid only while its row is being read.
public struct Cell {
  /// The type's number in the server's catalogue; 0 where a COPY does not tell it.
  let type: UInt32
  /// Nil for NULL.
  let bytes: UnsafeRawBufferPointer?

  func isOf(_ numbers: UInt32...) -> Bool { type == 0 || numbers.contains(type) }

  /// A big-endian whole number of exactly this width.
  func integer<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
    guard let bytes, bytes.count == MemoryLayout<Value>.size else { return nil }
    return Value(bigEndian: bytes.loadUnaligned(as: Value.self))
  }
}

/// A value that can be read from a column.
public protocol SQLDecodable {
  /// Nil when the cell holds something else.
  init?(_ cell: Cell)
}

extension Int64: SQLDecodable {
  public init?(_ cell: Cell) {
    guard cell.isOf(TypeNumber.int8, TypeNumber.int4, TypeNumber.int2) else { return nil }
    switch cell.bytes?.count {
    case 8: self.init(cell.integer(Int64.self) ?? 0)
    case 4: self.init(cell.integer(Int32.self) ?? 0)
    case 2: self.init(cell.integer(Int16.self) ?? 0)
    default: return nil
    }
  }
}

extension Int: SQLDecodable {
  public init?(_ cell: Cell) {
    guard let value = Int64(cell) else { return nil }
    self.init(value)
  }
}

extension Double: SQLDecodable {
  public init?(_ cell: Cell) {
    guard cell.isOf(TypeNumber.float8), let bits = cell.integer(UInt64.self) else { return nil }
    self.init(bitPattern: bits)
  }
}

extension Bool: SQLDecodable {
  public init?(_ cell: Cell) {
    guard cell.isOf(TypeNumber.bool), let bytes = cell.bytes, bytes.count == 1 else { return nil }
    self = bytes[0] != 0
  }
}

extension String: SQLDecodable {
  public init?(_ cell: Cell) {
    guard let bytes = cell.bytes else { return nil }
    // The binary form of jsonb is its text behind a version byte.
    if cell.type == TypeNumber.jsonb {
      self.init(validating: bytes.dropFirst(), as: UTF8.self)
    } else if cell.type == 0 || TypeNumber.texts.contains(cell.type) {
      self.init(validating: bytes, as: UTF8.self)
    } else {
      return nil
    }
  }
}

extension Array: SQLDecodable where Element == UInt8 {
  public init?(_ cell: Cell) {
    guard cell.isOf(TypeNumber.bytea), let bytes = cell.bytes else { return nil }
    self.init(bytes)
  }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
  public init?(_ cell: Cell) {
    guard cell.bytes != nil else {
      self = nil as Wrapped?
      return
    }
    guard let value = Wrapped(cell) else { return nil }
    self = value
  }
}
