/// A whole small CSV file in memory.
public struct Table: Equatable, Sendable {
  /// The names of the columns.
  public let header: Header

  /// The rows below the header.
  public let records: [Record]

  /// The encoding that the bytes were read in.
  public let encoding: TextEncoding

  /// The delimiter that the bytes were read with.
  public let delimiter: Delimiter

  /// Reads all the bytes of a file; takes several times their size in memory.
  /// - Throws: `CSVError`, `empty` when there is no header.
  public init(bytes: [UInt8], dialect: Dialect = Dialect()) throws {
    var rest = bytes
    var reader = try CSVReader(dialect: dialect) {
      defer { rest = [] }
      return rest
    }
    header = try reader.readHeader()
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    self.records = records
    encoding = reader.encoding
    delimiter = reader.delimiter
  }

  /// Checks that every record has as many cells as the header.
  /// - Throws: `wrongWidth` for the first that has not.
  public func requireWidth() throws(CSVError) {
    for record in records { try record.requireWidth(of: header) }
  }
}
