/// The checksum CRC-32 of a zip file's members (APPNOTE.TXT 4.4.7), taken over pieces.
struct Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private var state = UInt32.max
  var value: UInt32 { ~state }

  mutating func append(_ bytes: [UInt8]) {
    state = Self.table.withUnsafeBufferPointer { table in
      bytes.withUnsafeBufferPointer { bytes in
        bytes.reduce(state) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
      }
    }
  }
}
