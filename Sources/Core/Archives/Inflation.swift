/// Unpacks what DEFLATE packed (RFC 1951), up to a limit.
struct Inflation {
  /// Why something cannot be unpacked.
  enum Fault: Error, Equatable {
    case damaged
    /// It is longer than the limit.
    case tooLong
  }

  private var bits: BitReader
  private var output: [UInt8] = []
  private let limit: Int

  /// - Returns: The bytes, and how many packed ones they took.
  static func unpack(_ packed: ArraySlice<UInt8>, upTo limit: Int) throws(Fault) -> (bytes: [UInt8], used: Int) {
    var inflation = Inflation(bits: BitReader(packed), limit: limit)
    while try !inflation.block() {}
    return (inflation.output, inflation.bits.used)
  }

  private init(bits: BitReader, limit: Int) {
    self.bits = bits
    self.limit = limit
  }

  /// Unpacks one block. Tells whether it was the last.
  private mutating func block() throws(Fault) -> Bool {
    let isLast = try bits.take(1) == 1
    switch try bits.take(2) {
    case 0: try copy()
    case 1: try decode(.fixedLiterals, .fixedDistances)
    case 2:
      let (literals, distances) = try tables()
      try decode(literals, distances)
    default: throw .damaged
    }
    return isLast
  }

  private mutating func copy() throws(Fault) {
    bits.alignToByte()
    let (length, complement) = (try bits.take(16), try bits.take(16))
    guard length ^ complement == 0xFFFF else { throw .damaged }
    guard output.count + length <= limit else { throw .tooLong }
    output += try bits.bytes(length)
  }

  private mutating func decode(_ literals: HuffmanTable, _ distances: HuffmanTable) throws(Fault) {
    while true {
      let symbol = try literals.symbol(&bits)
      if symbol == 256 { return }
      guard symbol > 256 else {
        guard output.count < limit else { throw .tooLong }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Self.lengths.count else { throw .damaged }
      let length = Self.lengths[symbol - 257].base + (try bits.take(Self.lengths[symbol - 257].extra))
      let code = try distances.symbol(&bits)
      guard code < Self.distances.count else { throw .damaged }
      let distance = Self.distances[code].base + (try bits.take(Self.distances[code].extra))
      guard distance <= output.count else { throw .damaged }
      guard output.count + length <= limit else { throw .tooLong }
      let start = output.count - distance
      for offset in 0..<length { output.append(output[start + offset]) }
    }
  }

  /// The tables of a block that brings its own (section 3.2.7).
  private mutating func tables() throws(Fault) -> (HuffmanTable, HuffmanTable) {
    let (literals, distances) = (try bits.take(5) + 257, try bits.take(5) + 1)
    let count = try bits.take(4) + 4
    var lengths = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(count) { lengths[place] = try bits.take(3) }
    let codes = try HuffmanTable(lengths: lengths[...])
    var all: [Int] = []
    while all.count < literals + distances {
      let symbol = try codes.symbol(&bits)
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { throw .damaged }
        all += Array(repeating: last, count: try bits.take(2) + 3)
      case 17: all += Array(repeating: 0, count: try bits.take(3) + 3)
      default: all += Array(repeating: 0, count: try bits.take(7) + 11)
      }
    }
    guard all.count == literals + distances else { throw .damaged }
    return (try HuffmanTable(lengths: all[..<literals]), try HuffmanTable(lengths: all[literals...]))
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Lengths 3 to 258 with the bits that are added to each (section 3.2.5).
  private static let lengths: [(base: Int, extra: Int)] = {
    var base = 3
    let steps = (0..<28).map { code -> (base: Int, extra: Int) in
      let extra = code < 8 ? 0 : code / 4 - 1
      defer { base += 1 << extra }
      return (base, extra)
    }
    return steps + [(258, 0)]
  }()

  private static let distances: [(base: Int, extra: Int)] = {
    var base = 1
    return (0..<30).map { code in
      let extra = code < 4 ? 0 : code / 2 - 1
      defer { base += 1 << extra }
      return (base, extra)
    }
  }()
}

/// Bits from the least significant on.
struct BitReader {
  private let packed: ArraySlice<UInt8>
  private var next: Int
  private var held = 0
  private var count = 0

  init(_ packed: ArraySlice<UInt8>) {
    self.packed = packed
    next = packed.startIndex
  }

  /// How many bytes were begun.
  var used: Int { next - packed.startIndex - count / 8 }

  mutating func take(_ wanted: Int) throws(Inflation.Fault) -> Int {
    while count < wanted {
      guard next < packed.endIndex else { throw .damaged }
      held |= Int(packed[next]) << count
      next += 1
      count += 8
    }
    defer {
      held >>= wanted
      count -= wanted
    }
    return held & ((1 << wanted) - 1)
  }

  mutating func alignToByte() {
    held >>= count % 8
    count -= count % 8
  }

  mutating func bytes(_ wanted: Int) throws(Inflation.Fault) -> [UInt8] {
    next -= count / 8
    (held, count) = (0, 0)
    guard wanted <= packed.endIndex - next else { throw .damaged }
    defer { next += wanted }
    return Array(packed[next..<next + wanted])
  }
}

/// A canonical Huffman code (section 3.2.2).
struct HuffmanTable {
  private static let longest = 15

  /// How many codes have each length.
  private var counts = [Int](repeating: 0, count: longest + 1)
  /// The symbols by the length of their codes, then by their own order.
  private var symbols: [Int] = []

  init(lengths: ArraySlice<Int>) throws(Inflation.Fault) {
    let numbered = zip(0..., lengths).filter { $0.1 > 0 }
    for (_, length) in numbered { counts[length] += 1 }
    symbols = numbered.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    var left = 1
    for length in 1...Self.longest {
      left = left << 1 - counts[length]
      guard left >= 0 else { throw .damaged }
    }
  }

  private init(complete lengths: [Int]) {
    let numbered = zip(0..., lengths)
    for (_, length) in numbered { counts[length] += 1 }
    symbols = numbered.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  static let fixedLiterals = HuffmanTable(
    complete: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = HuffmanTable(complete: Array(repeating: 5, count: 30))

  func symbol(_ bits: inout BitReader) throws(Inflation.Fault) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...Self.longest {
      code |= try bits.take(1)
      let count = counts[length]
      if code - first < count { return symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .damaged
  }
}
