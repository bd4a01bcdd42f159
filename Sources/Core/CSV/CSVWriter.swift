/// Writes records as CSV in UTF-8 (RFC 4180), handing out the bytes a chunk at a time.
public struct CSVWriter {
  // Large enough that the cost of a call disappears, small enough to stay in the cache.
  private static let chunkBytes = 65_536

  private let encoder: RecordEncoder
  private let push: ([UInt8]) throws -> Void
  private var pending: [UInt8]
  private var row = 1

  /// Begins a file; `push` is given its bytes in order, in chunks of about 64 KiB that are never empty.
  public init(_ format: CSVFormat = CSVFormat(), push: @escaping ([UInt8]) throws -> Void) {
    encoder = RecordEncoder(format)
    self.push = push
    pending = encoder.start
  }

  /// Writes one record; a record without cells writes nothing.
  /// - Throws: `zeroCharacter` when a cell holds U+0000, with nothing of the record written; and what `push` throws.
  public mutating func append(_ cells: [String]) throws {
    try encoder.append(cells, row: row, to: &pending)
    if !cells.isEmpty { row += 1 }
    if pending.count >= Self.chunkBytes { try finish() }
  }

  /// Hands out the bytes that are still held back; call it after the last record.
  /// - Throws: what `push` throws.
  public mutating func finish() throws {
    guard !pending.isEmpty else { return }
    try push(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// The bytes of a whole small file.
  /// - Throws: `zeroCharacter` when a cell holds U+0000.
  public static func bytes(
    of rows: some Sequence<[String]>, as format: CSVFormat = CSVFormat()
  ) throws(CSVError) -> [UInt8] {
    let encoder = RecordEncoder(format)
    var bytes = encoder.start
    var row = 1
    for cells in rows where !cells.isEmpty {
      try encoder.append(cells, row: row, to: &bytes)
      row += 1
    }
    return bytes
  }

  /// Appends one cell as the usual format has it, without what separates it from others.
  /// - Throws: `zeroCharacter` when it holds U+0000.
  public static func append(cell: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) throws(CSVError) {
    if RecordEncoder.isPlain(cell) {
      bytes.append(contentsOf: cell)
    } else {
      try RecordEncoder(CSVFormat()).append([String(decoding: cell, as: UTF8.self)], row: 1, to: &bytes)
      // The line break behind a record.
      bytes.removeLast()
    }
  }
}
