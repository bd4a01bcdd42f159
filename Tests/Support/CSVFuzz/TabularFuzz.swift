import CSV

/// Reads damaged files, and looks whether the reader and the writer keep their promises on each.
public struct TabularFuzz {
  /// How many files were read to the end, and how many were refused.
  public private(set) var read = 0
  public private(set) var refused = 0

  private var random: SplitMix

  public init(seed: UInt64) { random = SplitMix(state: seed) }

  /// Tries one file more.
  /// - Throws: `Broken` when a promise is not kept.
  public mutating func step() throws {
    let bytes = Mutation.file(&random)
    let dialect = Dialect(restoresFormulas: random.next().isMultiple(of: 2), maximumCellBytes: 64)
    let whole = try FuzzedReading(bytes, dialect, chunk: .max / 2)
    let size = Int(random.next() % UInt64(bytes.count + 1)) + 1
    guard try FuzzedReading(bytes, dialect, chunk: size) == whole else {
      throw Broken(promise: "read alike in chunks of \(size)", bytes: bytes)
    }
    guard whole.error == nil else {
      refused += 1
      return
    }
    read += 1
    try writeAndRead(whole, from: bytes)
  }

  private func writeAndRead(_ whole: FuzzedReading, from bytes: [UInt8]) throws {
    let written = try CSVWriter.bytes(of: whole.records.map(\.cells))
    let again = try FuzzedReading(
      written, Dialect(delimiter: .comma, restoresFormulas: true, maximumCellBytes: 1_024), chunk: .max / 2)
    guard again.cells == whole.cells else { throw Broken(promise: "read as written", bytes: bytes) }
  }

  /// A file on which a promise was not kept.
  public struct Broken: Error {
    public let promise: String
    public let bytes: [UInt8]
  }
}
