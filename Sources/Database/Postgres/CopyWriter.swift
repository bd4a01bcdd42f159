import CLibPQ

/// Writes rows in COPY's text form (PostgreSQL, "COPY", Text Format), sent in blocks as they fill.
public struct CopyWriter {
  /// Bytes gathered before they are handed to libpq.
  private static let blockSize = 1 << 16

  private let session: Session
  private var block: [UInt8] = []
  private var isAtRowStart = true
  private var holdsNul = false

  init(_ session: Session) {
    self.session = session
    block.reserveCapacity(Self.blockSize + 4096)
  }

  public mutating func add(_ value: Int) { add(Int64(value)) }

  public mutating func add(_ value: Int64) {
    separate()
    if value < 0 { block.append(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    var divisor: UInt64 = 1
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      block.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / divisor % 10))
      divisor /= 10
    }
  }

  public mutating func add(_ value: Bool) {
    separate()
    block.append(value ? UInt8(ascii: "t") : UInt8(ascii: "f"))
  }

  public mutating func add(_ text: String) {
    separate()
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): block += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case UInt8(ascii: "\t"): block += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case UInt8(ascii: "\n"): block += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): block += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0: holdsNul = true
      default: block.append(byte)
      }
    }
  }

  /// Adds a text, or NULL.
  public mutating func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  public mutating func addNull() {
    separate()
    block += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
  }

  /// Ends the row.
  /// - Throws: `PostgresError` when a text held a NUL or the connection broke; `CancellationError`. The server's own
  ///   objections come at the end of the copy.
  public mutating func endRow() throws {
    block.append(UInt8(ascii: "\n"))
    isAtRowStart = true
    if holdsNul || block.count >= Self.blockSize { try send() }
  }

  private mutating func separate() {
    if !isAtRowStart { block.append(UInt8(ascii: "\t")) }
    isAtRowStart = false
  }

  mutating func send() throws {
    if holdsNul { throw PostgresError(.nulCharacter) }
    try session.checkCancellation()
    try session.putCopyData(block)
    block.removeAll(keepingCapacity: true)
  }
}

extension Session {
  func copyIn(_ table: String, columns: [String], write: (inout CopyWriter) throws -> Void) throws {
    try checkCancellation()
    let names = columns.map(SQL.quotedIdentifier).joined(separator: ", ")
    let statement = "COPY \(SQL.quotedIdentifier(table)) (\(names)) FROM STDIN"
    try stoppable { () throws(PostgresError) in _ = try answer(toScript: statement, expecting: PGRES_COPY_IN) }
    var writer = CopyWriter(self)
    do {
      try write(&writer)
      try writer.send()
    } catch {
      try endCopy(because: "the rows could not be read", of: statement, mayFail: true)
      throw error
    }
    try stoppable { () throws(PostgresError) in try endCopy(because: nil, of: statement) }
  }

  func putCopyData(_ block: [UInt8]) throws(PostgresError) {
    let status = block.withUnsafeBytes { bytes in
      PQputCopyData(pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    if status != 1 { throw failure(nil, of: "COPY") }
  }

  private func endCopy(because fault: String?, of statement: String, mayFail: Bool = false) throws(PostgresError) {
    guard PQputCopyEnd(pointer, fault) == 1 else { throw failure(nil, of: statement) }
    var first: PostgresError?
    while let result = PQgetResult(pointer) {
      do {
        _ = try checked(result, of: statement)
      } catch {
        first = first ?? error
      }
    }
    if let first, !mayFail || first.reason == .connectionLost { throw first }
  }
}
