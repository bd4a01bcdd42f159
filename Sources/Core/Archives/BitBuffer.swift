/// Bits from the least significant on, of bytes that outlive it.
struct BitBuffer {
  private let packed: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var held: UInt64 = 0
  /// How many bits are held; below 0 when more were dropped than there are.
  private(set) var count = 0

  init(_ packed: UnsafeBufferPointer<UInt8>) { self.packed = packed }

  /// How many bytes were begun.
  var used: Int { next - count / 8 }

  /// Whether the bytes held all bits that were dropped.
  @inline(__always) var isWhole: Bool { count >= 0 }

  /// Holds 56 bits or more, or all that are left.
  @inline(__always)
  mutating func fill() {
    if let start = packed.baseAddress, next &+ 8 <= packed.count, count >= 0 {
      let word = UnsafeRawPointer(start + next).loadUnaligned(as: UInt64.self)
      // Bits of a byte that is held in part only are the same when they come again.
      held |= UInt64(littleEndian: word) &<< UInt64(truncatingIfNeeded: count)
      next &+= (63 &- count) &>> 3
      count |= 56
    } else {
      fillByBytes()
    }
  }

  @inline(never)
  private mutating func fillByBytes() {
    while (0...56).contains(count), next < packed.count {
      held |= UInt64(packed[next]) << UInt64(count)
      next += 1
      count += 8
    }
  }

  /// The next bits, up to 32, without taking them; 0 where the bytes have ended.
  @inline(__always)
  func peek(_ wanted: Int) -> Int { Int(truncatingIfNeeded: held & ((1 &<< UInt64(truncatingIfNeeded: wanted)) &- 1)) }

  /// Takes bits that were filled in before.
  @inline(__always) @discardableResult
  mutating func drop(_ wanted: Int) -> Int {
    let value = peek(wanted)
    held &>>= UInt64(truncatingIfNeeded: wanted)
    count &-= wanted
    return value
  }

  mutating func alignToByte() { drop(count & 7) }

  /// Takes bytes that follow at a border of bytes; nil when there are not as many.
  mutating func bytes(_ wanted: Int) -> UnsafeBufferPointer<UInt8>? {
    let start = next - count / 8
    guard wanted <= packed.count - start else { return nil }
    (held, count, next) = (0, 0, start + wanted)
    return UnsafeBufferPointer(rebasing: packed[start..<next])
  }
}
