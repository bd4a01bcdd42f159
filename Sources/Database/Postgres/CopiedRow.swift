import CLibPQ

/// One row of a COPY in binary form, read column by column in their order (PostgreSQL, "COPY", Binary Format).
public struct CopiedRow {
  private let bytes: UnsafeRawBufferPointer
  private let row: Int
  private var position = MemoryLayout<Int16>.size
  private var column = 0

  init(_ bytes: UnsafeRawBufferPointer, row: Int) {
    self.bytes = bytes
    self.row = row
  }

  /// Reads the next column.
  /// - Throws: `PostgresError` when there is none or it holds something else.
  public mutating func next<Value: SQLDecodable>(_ type: Value.Type = Value.self) throws(PostgresError) -> Value {
    let cell = try nextCell()
    guard let value = Value(cell) else { throw unreadable(String(describing: type), cell) }
    return value
  }

  private static let bigintLength = Int32(8).bigEndian

  /// Reads the next column as a whole number, without the cost of a generic call.
  public mutating func nextInteger() throws(PostgresError) -> Int64 {
    // A bigint, as most are, is read where it lies: no slice, no cell.
    if position + 12 <= bytes.count, bytes.loadUnaligned(fromByteOffset: position, as: Int32.self) == Self.bigintLength
    {
      defer { position += 12 }
      column += 1
      return Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: position + 4, as: Int64.self))
    }
    let cell = try nextCell()
    guard let value = Int64(cell) else { throw unreadable("Int64", cell) }
    return value
  }

  private mutating func nextCell() throws(PostgresError) -> Cell {
    column += 1
    guard position + 4 <= bytes.count else { throw PostgresError.missingColumn(String(column)) }
    let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self)))
    position += 4
    guard length >= 0 else { return Cell(type: 0, bytes: nil) }
    guard position + length <= bytes.count else { throw PostgresError.missingColumn(String(column)) }
    defer { position += length }
    return Cell(type: 0, bytes: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
  }

  private func unreadable(_ type: String, _ cell: Cell) -> PostgresError {
    PostgresError.unreadableColumn(String(column), row: row, type: type, isNull: cell.bytes == nil, found: cell.type)
  }
}

extension Session {
  /// The binary form opens with a signature, flags and the length of an extension.
  private static let headerLength = 19

  func copyOut(_ sql: SQL, each: (inout CopiedRow) throws -> Void) throws {
    precondition(sql.parameters.isEmpty, "COPY takes no values")
    try checkCancellation()
    let statement = "COPY (\(sql.text)) TO STDOUT (FORMAT binary)"
    try stoppable { () throws(PostgresError) in _ = try answer(toScript: statement, expecting: PGRES_COPY_OUT) }
    var fault: (any Error)?
    var isFirst = true
    var number = 0
    var buffer: UnsafeMutablePointer<CChar>?
    while true {
      let length = PQgetCopyData(pointer, &buffer, 0)
      guard length > 0, let start = buffer else { break }
      defer { PQfreemem(start) }
      // After a fault the rest is read away: to cancel it would end the transaction or not, as the race goes.
      guard fault == nil else { continue }
      var bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
      if isFirst {
        bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(Self.headerLength))
        isFirst = false
        guard !bytes.isEmpty else { continue }
      }
      guard let count = Cell(type: 0, bytes: .init(rebasing: bytes.prefix(2))).integer(Int16.self), count >= 0 else {
        continue  // The trailer.
      }
      do {
        var row = CopiedRow(bytes, row: number)
        number += 1
        try each(&row)
      } catch {
        fault = error
      }
    }
    try finishCopyOut(of: statement, fault)
  }

  private func finishCopyOut(of statement: String, _ fault: (any Error)?) throws {
    var first: PostgresError?
    while let result = PQgetResult(pointer) {
      do {
        _ = try checked(result, of: statement)
      } catch {
        first = first ?? error
      }
    }
    if let fault { throw fault }
    if let first { throw meaning(of: first) }
  }
}
