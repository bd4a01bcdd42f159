/// The checksum CRC-32 of a zip file's members (APPNOTE.TXT 4.4.7), taken over pieces.
///
/// Eight bytes are taken at once, each through a table of its own (Kounavis and Berry, "Novel Table Lookup-Based
/// Algorithms for High-Performance CRC Generation", 2008).
struct Checksum {
  /// Eight tables of 256, the one for the last of eight bytes first.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { (byte: UInt32) -> UInt32 in
      (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
    for place in 256..<2048 {
      let before = tables[place - 256]
      tables.append(tables[Int(before & 0xFF)] ^ before >> 8)
    }
    return tables
  }()

  private var state = UInt32.max
  var value: UInt32 { ~state }

  mutating func append(_ bytes: [UInt8]) {
    state = Self.tables.withUnsafeBufferPointer { tables in
      bytes.withUnsafeBytes { bytes in Self.state(state, behind: bytes, tables) }
    }
  }

  private static func state(
    _ before: UInt32, behind bytes: UnsafeRawBufferPointer, _ tables: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    var (state, place) = (before, 0)
    while place + 8 <= bytes.count {
      let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ UInt64(state)
      state = 0
      for index in 0..<8 {
        let byte = Int(truncatingIfNeeded: eight >> UInt64(8 * index)) & 0xFF
        state ^= tables[(7 - index) * 256 + byte]
      }
      place += 8
    }
    for byte in bytes[place...] { state = tables[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8 }
    return state
  }
}
