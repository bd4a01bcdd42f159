/// Sorts whole numbers by their digits, eleven bits at a time from the lowest: linear in the numbers.
struct KeySorter {
  private static let bits: UInt64 = 11
  private static let digits = 6
  /// Fewer numbers are sorted faster by comparisons.
  private static let fewest = 1_000

  private var spare: [UInt64] = []
  private var counts = [Int](repeating: 0, count: digits << bits)

  mutating func sort(_ keys: inout [UInt64]) {
    guard keys.count >= Self.fewest else { return keys.sort() }
    if spare.count != keys.count { spare = [UInt64](repeating: 0, count: keys.count) }
    for index in counts.indices { counts[index] = 0 }
    for key in keys {
      for digit in 0..<Self.digits { counts[Self.bucket(key, digit)] += 1 }
    }
    // An even number of passes, so that the sorted numbers end where they began.
    for digit in 0..<Self.digits {
      var start = 0
      for bucket in digit << Int(Self.bits)..<(digit + 1) << Int(Self.bits) {
        (counts[bucket], start) = (start, start + counts[bucket])
      }
      for key in keys {
        let bucket = Self.bucket(key, digit)
        spare[counts[bucket]] = key
        counts[bucket] += 1
      }
      swap(&keys, &spare)
    }
  }

  /// The place of a number's digit among the counts of all digits.
  @inline(__always)
  private static func bucket(_ key: UInt64, _ digit: Int) -> Int {
    digit << Int(bits) | Int(truncatingIfNeeded: key >> (UInt64(digit) * bits) & (1 << bits - 1))
  }
}
