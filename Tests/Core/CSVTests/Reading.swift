import CSV

/// The chunks that a reader pulls: the bytes cut every `size`.
func chunks(_ bytes: [UInt8], of size: Int) -> () -> [UInt8] {
  var start = 0
  return {
    let end = min(start + size, bytes.count)
    defer { start = end }
    return Array(bytes[start..<end])
  }
}

/// Everything that reading a file tells: its records, and the error that ended them.
struct Reading: Equatable {
  var encoding: TextEncoding?
  var delimiter: Delimiter?
  var records: [Record] = []
  var error: CSVError?

  var cells: [[String]] { records.map(\.cells) }

  init(_ bytes: [UInt8], dialect: Dialect = Dialect(), chunk: Int = .max / 2) throws {
    try self.init(dialect: dialect, pull: chunks(bytes, of: chunk))
  }

  init(dialect: Dialect, pull: @escaping () throws -> [UInt8]) throws {
    do {
      var reader = try CSVReader(dialect: dialect, pull: pull)
      encoding = reader.encoding
      delimiter = reader.delimiter
      while let record = try reader.next() { records.append(record) }
    } catch let error as CSVError {
      self.error = error
    }
  }

  init(_ text: String, dialect: Dialect = Dialect()) throws {
    try self.init(Array(text.utf8), dialect: dialect)
  }
}

/// Exact texts: `String` alone would call `é` and `e` with an accent equal.
func exact(_ rows: [[String]]) -> [[[UInt8]]] {
  rows.map { $0.map { Array($0.utf8) } }
}

func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? bytes.reversed() : bytes
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
