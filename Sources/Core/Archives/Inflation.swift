/// Unpacks what DEFLATE packed (RFC 1951), up to a limit.
struct Inflation {
  /// Why something cannot be unpacked.
  enum Fault: Error, Equatable {
    case damaged
    /// It is longer than the limit.
    case tooLong
  }

  private enum Stop: Error {
    case damaged
    /// There is no room for what comes next.
    case full
  }

  private var bits: BitBuffer
  private let target: UnsafeMutableBufferPointer<UInt8>
  private var written = 0

  /// No code stands for more bytes than 258 in two bits.
  private static let densest = 1032
  private static let smallest = 1 << 16

  /// - Parameter size: How many bytes are expected; it need not be true.
  /// - Returns: The bytes, and how many packed ones they took.
  /// - Complexity: linear in the bytes; at most a few times as much where more come than are expected.
  static func unpack(
    _ packed: ArraySlice<UInt8>, upTo limit: Int, expecting size: Int = 0
  ) throws(Fault) -> (bytes: [UInt8], used: Int) {
    let (most, _) = packed.count.multipliedReportingOverflow(by: densest)
    var room = min(limit, max(smallest, min(size, most)))
    while true {
      var outcome = Result<Int, Stop>.failure(.damaged)
      let bytes = [UInt8](unsafeUninitializedCapacity: max(1, room)) { target, count in
        packed.withUnsafeBufferPointer { packed in
          var inflation = Inflation(
            bits: BitBuffer(packed), target: UnsafeMutableBufferPointer(rebasing: target[..<room]))
          outcome = Result { () throws(Stop) in try inflation.run() }
          count = inflation.written
        }
      }
      switch outcome {
      case .success(let used): return (bytes, used)
      case .failure(.damaged): throw .damaged
      case .failure(.full):
        guard room < limit else { throw .tooLong }
        room = min(limit, room * 4)
      }
    }
  }

  private init(bits: BitBuffer, target: UnsafeMutableBufferPointer<UInt8>) {
    self.bits = bits
    self.target = target
  }

  private mutating func run() throws(Stop) -> Int {
    while try !block() {}
    return bits.used
  }

  /// Unpacks one block. Tells whether it was the last.
  private mutating func block() throws(Stop) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try copy()
    case 1: try decode(.fixedLiterals, .fixedDistances)
    case 2:
      let (literals, distances) = try tables()
      try decode(literals, distances)
    default: throw .damaged
    }
    return isLast
  }

  private mutating func copy() throws(Stop) {
    bits.alignToByte()
    let (length, complement) = (try take(16), try take(16))
    guard length ^ complement == 0xFFFF else { throw .damaged }
    guard length <= target.count - written else { throw .full }
    guard let bytes = bits.bytes(length) else { throw .damaged }
    _ = target[written...].update(fromContentsOf: bytes)
    written += length
  }

  private mutating func decode(_ literals: HuffmanTable, _ distances: HuffmanTable) throws(Stop) {
    // Variables of the function stay in registers, which those of the struct do not.
    var bits = self.bits
    var place = written
    defer { (self.bits, written) = (bits, place) }
    guard let start = target.baseAddress else { throw .full }
    let room = target.count
    while true {
      // The longest length with its distance has 48 bits.
      if bits.count < 48 { bits.fill() }
      let entry = literals.next(&bits)
      if entry.isLiteral {
        guard bits.isWhole else { throw .damaged }
        guard place < room else { throw .full }
        start[place] = UInt8(truncatingIfNeeded: entry.base)
        place &+= 1
        continue
      }
      guard entry.isNumber else {
        guard entry.isEnd, bits.isWhole else { throw .damaged }
        return
      }
      let length = entry.base &+ bits.drop(entry.extra)
      let code = distances.next(&bits)
      let distance = code.base &+ bits.drop(code.extra)
      guard code.isNumber, bits.isWhole, distance <= place else { throw .damaged }
      guard length <= room &- place else { throw .full }
      Self.repeat(length, from: distance, to: start + place, room: room &- place)
      place &+= length
    }
  }

  /// Copies bytes that stand so far before, and may be among those that are written.
  @inline(__always)
  private static func `repeat`(_ length: Int, from distance: Int, to place: UnsafeMutablePointer<UInt8>, room: Int) {
    let source = place - distance
    if distance >= 8, length &+ 8 <= room {
      // The last word may reach beyond the length, into what is written next.
      var offset = 0
      repeat {
        let word = UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(place + offset).storeBytes(of: word, as: UInt64.self)
        offset &+= 8
      } while offset < length
    } else {
      for offset in 0..<length { place[offset] = source[offset] }
    }
  }

  /// The tables of a block that brings its own (section 3.2.7).
  private mutating func tables() throws(Stop) -> (HuffmanTable, HuffmanTable) {
    let (literals, distances) = (try take(5) + 257, try take(5) + 1)
    let count = try take(4) + 4
    var lengths = [UInt8](repeating: 0, count: 19)
    for place in Self.order.prefix(count) { lengths[place] = UInt8(try take(3)) }
    guard let codes = HuffmanTable(lengths[...], .plain) else { throw .damaged }
    var all: [UInt8] = []
    all.reserveCapacity(literals + distances + 138)
    while all.count < literals + distances {
      bits.fill()
      let entry = codes.next(&bits)
      guard entry.isNumber, bits.isWhole else { throw .damaged }
      switch entry.base {
      case 0..<16: all.append(UInt8(entry.base))
      case 16:
        guard let last = all.last else { throw .damaged }
        all += repeatElement(last, count: try take(2) + 3)
      case 17: all += repeatElement(0, count: try take(3) + 3)
      default: all += repeatElement(0, count: try take(7) + 11)
      }
    }
    guard all.count == literals + distances, let ofLiterals = HuffmanTable(all[..<literals], .literals),
      let ofDistances = HuffmanTable(all[literals...], .distances)
    else { throw .damaged }
    return (ofLiterals, ofDistances)
  }

  private mutating func take(_ wanted: Int) throws(Stop) -> Int {
    bits.fill()
    let value = bits.drop(wanted)
    guard bits.isWhole else { throw .damaged }
    return value
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
}
