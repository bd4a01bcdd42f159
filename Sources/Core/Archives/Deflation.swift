/// Packs bytes by the method "deflate" (RFC 1951): one block a piece, with the fixed codes.
///
/// Equal bytes are looked for within a piece, so pieces of some 64 KiB pack best. Equal input gives equal output.
struct Deflation {
  /// A code with its lowest bit first, and how many bits it has.
  private typealias Code = (bits: UInt32, count: UInt32)

  private static let hashBits: UInt32 = 14
  private static let furthest = 32_768
  private static let longest = 258
  private static let shortest = 4

  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0
  private var heads = [Int32](repeating: -1, count: 1 << Int(hashBits))
  private let symbols = (0..<286).map(Self.symbol)
  private let distances = (0..<30).map { Self.reversed(UInt32($0), 5) }

  /// The packed bytes that are whole so far.
  mutating func append(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    packed.reserveCapacity(bytes.count / 4)
    put((bits: 0b010, count: 3), &packed)
    for index in heads.indices { heads[index] = -1 }
    bytes.withUnsafeBufferPointer { pack($0, &packed) }
    put(symbols[256], &packed)
    return packed
  }

  /// The bytes that end everything that was appended.
  mutating func end() -> [UInt8] {
    var packed: [UInt8] = []
    put((bits: 0b011, count: 3), &packed)
    put(symbols[256], &packed)
    put((bits: 0, count: UInt32((8 - pendingCount % 8) % 8)), &packed)
    return packed
  }

  private mutating func pack(_ bytes: UnsafeBufferPointer<UInt8>, _ packed: inout [UInt8]) {
    var place = 0
    while place < bytes.count {
      let match = self.match(in: bytes, at: place)
      if match.length >= Self.shortest {
        putLength(match.length, &packed)
        putDistance(match.distance, &packed)
        place += match.length
      } else {
        put(symbols[Int(bytes[place])], &packed)
        place += 1
      }
    }
  }

  /// The equal bytes that came last with the same four at their start.
  private mutating func match(
    in bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (length: Int, distance: Int) {
    guard place + Self.shortest <= bytes.count else { return (0, 0) }
    let start = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt32.self)
    let slot = Int((UInt32(littleEndian: start) &* 2_654_435_761) >> (32 - Self.hashBits))
    let earlier = Int(heads[slot])
    heads[slot] = Int32(place)
    guard earlier >= 0, place - earlier <= Self.furthest else { return (0, 0) }
    let most = min(Self.longest, bytes.count - place)
    var length = 0
    while length < most, bytes[earlier + length] == bytes[place + length] { length += 1 }
    return (length, place - earlier)
  }

  private mutating func putLength(_ length: Int, _ packed: inout [UInt8]) {
    let rest = length - 3
    if length == Self.longest { return put(symbols[285], &packed) }
    guard rest >= 8 else { return put(symbols[257 + rest], &packed) }
    let power = Int.bitWidth - 1 - rest.leadingZeroBitCount
    put(symbols[257 + 4 * (power - 1) + (rest >> (power - 2)) & 3], &packed)
    put((bits: UInt32(rest & (1 << (power - 2) - 1)), count: UInt32(power - 2)), &packed)
  }

  private mutating func putDistance(_ distance: Int, _ packed: inout [UInt8]) {
    let rest = distance - 1
    guard rest >= 4 else { return put(distances[rest], &packed) }
    let power = Int.bitWidth - 1 - rest.leadingZeroBitCount
    put(distances[2 * power + (rest >> (power - 1)) & 1], &packed)
    put((bits: UInt32(rest & (1 << (power - 1) - 1)), count: UInt32(power - 1)), &packed)
  }

  private mutating func put(_ code: Code, _ packed: inout [UInt8]) {
    pending |= UInt64(code.bits) << pendingCount
    pendingCount += UInt64(code.count)
    while pendingCount >= 8 {
      packed.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// The fixed code of a byte, of the end (256) or of a length (RFC 1951, 3.2.6).
  private static func symbol(_ number: Int) -> Code {
    switch number {
    case ..<144: reversed(UInt32(0x30 + number), 8)
    case ..<256: reversed(UInt32(0x190 + number - 144), 9)
    case ..<280: reversed(UInt32(number - 256), 7)
    default: reversed(UInt32(0xC0 + number - 280), 8)
    }
  }

  private static func reversed(_ bits: UInt32, _ count: UInt32) -> Code {
    ((0..<count).reduce(0) { $0 | (bits >> $1 & 1) << (count - 1 - $1) }, count)
  }
}
