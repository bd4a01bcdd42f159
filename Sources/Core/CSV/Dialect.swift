/// How a CSV file is to be read; everything left `nil` is detected.
public struct Dialect: Equatable, Sendable {
  /// The delimiter to use whatever the header line looks like.
  public var delimiter: Delimiter?

  /// The encoding to use whatever the first bytes look like.
  public var encoding: TextEncoding?

  /// Whether cells that `CSVWriter` neutralised (`'=1+1`) are turned back into what they were (`=1+1`).
  public var restoresFormulas: Bool

  /// The largest cell that is read, in bytes of UTF-8; 1 MiB unless set.
  public var maximumCellBytes: Int

  /// The most cells that a record may have; 16,384, the width of an Excel sheet, unless set.
  public var maximumCells: Int

  /// A dialect for `CSVReader` and `Table`.
  public init(
    delimiter: Delimiter? = nil,
    encoding: TextEncoding? = nil,
    restoresFormulas: Bool = false,
    maximumCellBytes: Int = 1 << 20,
    maximumCells: Int = 16_384
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.restoresFormulas = restoresFormulas
    self.maximumCellBytes = maximumCellBytes
    self.maximumCells = maximumCells
  }
}
