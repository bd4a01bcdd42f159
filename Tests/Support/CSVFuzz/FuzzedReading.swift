import CSV

/// All that reading a file tells: its records, or the error that ended them.
struct FuzzedReading: Equatable {
  var records: [Record] = []
  var error: CSVError?
  var encoding: TextEncoding?
  var delimiter: Delimiter?

  init(_ bytes: [UInt8], _ dialect: Dialect, chunk: Int) throws {
    var start = 0
    do {
      var reader = try CSVReader(dialect: dialect) {
        let end = min(start + chunk, bytes.count)
        defer { start = end }
        return Array(bytes[start..<end])
      }
      encoding = reader.encoding
      delimiter = reader.delimiter
      while let record = try reader.next() { records.append(record) }
    } catch let error as CSVError {
      self.error = error
    }
  }

  /// The cells as bytes: texts alone would count é and e with an accent as equal.
  var cells: [[[UInt8]]] { records.map { $0.cells.map { Array($0.utf8) } } }
}
