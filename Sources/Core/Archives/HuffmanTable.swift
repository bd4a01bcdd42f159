/// A canonical Huffman code (RFC 1951, section 3.2.2) as a table by the next bits.
///
/// Codes up to ten bits are found at once, longer ones in a second table for each beginning.
struct HuffmanTable {
  /// What the symbols of a code stand for.
  enum Alphabet {
    case literals, distances
    /// Numbers without further bits.
    case plain
  }

  /// A symbol: the bits of its code, what it is, how many further bits follow, and the number to which they are added.
  struct Entry {
    fileprivate var packed: UInt32

    private static let literal: UInt32 = 1 << 8
    private static let end: UInt32 = 1 << 9
    private static let number: UInt32 = 1 << 10
    private static let table: UInt32 = 1 << 11

    @inline(__always) var isLiteral: Bool { packed & Self.literal != 0 }
    @inline(__always) var isEnd: Bool { packed & Self.end != 0 }
    /// Whether it is a length, a distance or a plain number.
    @inline(__always) var isNumber: Bool { packed & Self.number != 0 }
    @inline(__always) fileprivate var isTable: Bool { packed & Self.table != 0 }
    /// The length of the code.
    @inline(__always) fileprivate var length: Int { Int(truncatingIfNeeded: packed & 0xF) }
    @inline(__always) var extra: Int { Int(truncatingIfNeeded: packed &>> 4 & 0xF) }
    @inline(__always) var base: Int { Int(truncatingIfNeeded: packed &>> 16) }

    /// No code begins with these bits.
    fileprivate static let none = Entry(packed: 0)

    private init(packed: UInt32) { self.packed = packed }

    fileprivate init(tableAt place: Int, bits: Int) { packed = Self.table | UInt32(bits) << 4 | UInt32(place) << 16 }

    fileprivate init(_ symbol: Int, _ alphabet: Alphabet, length: Int) {
      switch alphabet {
      case .literals where symbol < 256: packed = Self.literal | UInt32(symbol) << 16
      case .literals where symbol == 256: packed = Self.end
      case .literals where symbol - 257 < lengths.count: packed = Self.number(lengths[symbol - 257])
      case .distances where symbol < distances.count: packed = Self.number(distances[symbol])
      case .plain: packed = Self.number((symbol, 0))
      default: packed = 0
      }
      packed |= UInt32(length)
    }

    private static func number(_ number: (base: Int, extra: Int)) -> UInt32 {
      Self.number | UInt32(number.extra) << 4 | UInt32(number.base) << 16
    }
  }

  private static let longest = 15
  private static let firstBits = 10

  private var entries = [Entry](repeating: .none, count: 1 << firstBits)

  /// - Parameter lengths: The length of each symbol's code; 0 for one without a code.
  /// - Returns: Nil when there are more codes than fit.
  init?(_ lengths: ArraySlice<UInt8>, _ alphabet: Alphabet) {
    var counts = [Int](repeating: 0, count: Self.longest + 1)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var next = [Int](repeating: 0, count: Self.longest + 1)
    var left = 1
    for length in 1...Self.longest {
      next[length] = (next[length - 1] + counts[length - 1]) << 1
      left = left << 1 - counts[length]
      guard left >= 0 else { return nil }
    }
    var long: [(code: Int, entry: Entry)] = []
    for (symbol, length) in zip(0..., lengths) where length > 0 {
      let length = Int(length)
      let code = Self.reversed(next[length], length)
      next[length] += 1
      let entry = Entry(symbol, alphabet, length: length)
      if length <= Self.firstBits {
        fill(entry, code, from: 0, bits: Self.firstBits, step: 1 << length)
      } else {
        long.append((code, entry))
      }
    }
    addTables(of: long)
  }

  /// Gives the codes that begin with the same ten bits a table of their own.
  private mutating func addTables(of long: [(code: Int, entry: Entry)]) {
    let mask = 1 << Self.firstBits - 1
    var bits: [Int: Int] = [:]
    for (code, entry) in long { bits[code & mask] = max(bits[code & mask] ?? 0, entry.length - Self.firstBits) }
    for (start, bits) in bits {
      entries[start] = Entry(tableAt: entries.count, bits: bits)
      entries += repeatElement(.none, count: 1 << bits)
    }
    for (code, entry) in long {
      let table = entries[code & mask]
      fill(
        entry, code >> Self.firstBits, from: table.base, bits: table.extra,
        step: 1 << (entry.length - Self.firstBits))
    }
  }

  /// Puts an entry at every place whose last bits are its code.
  private mutating func fill(_ entry: Entry, _ code: Int, from start: Int, bits: Int, step: Int) {
    for place in stride(from: code, to: 1 << bits, by: step) { entries[start + place] = entry }
  }

  private static func reversed(_ code: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | (code >> $1 & 1) << (count - 1 - $1) }
  }

  /// Takes the next code from 15 bits or more, or from the last ones.
  @inline(__always)
  func next(_ bits: inout BitBuffer) -> Entry {
    entries.withUnsafeBufferPointer { entries in
      var entry = entries[bits.peek(Self.firstBits)]
      if entry.isTable { entry = entries[entry.base &+ bits.peek(Self.firstBits &+ entry.extra) &>> Self.firstBits] }
      bits.drop(entry.length)
      return entry
    }
  }

  static let fixedLiterals = complete((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }, .literals)
  static let fixedDistances = complete(Array(repeating: 5, count: 30), .distances)

  private static func complete(_ lengths: [UInt8], _ alphabet: Alphabet) -> HuffmanTable {
    guard let table = HuffmanTable(lengths[...], alphabet) else { preconditionFailure("RFC 1951, section 3.2.6") }
    return table
  }
}

/// Lengths 3 to 258 with the bits that are added to each (RFC 1951, section 3.2.5).
private let lengths: [(base: Int, extra: Int)] = {
  var base = 3
  let steps = (0..<28).map { code -> (base: Int, extra: Int) in
    let extra = code < 8 ? 0 : code / 4 - 1
    defer { base += 1 << extra }
    return (base, extra)
  }
  return steps + [(258, 0)]
}()

/// Distances 1 to 32,768 with the bits that are added to each.
private let distances: [(base: Int, extra: Int)] = {
  var base = 1
  return (0..<30).map { code in
    let extra = code < 4 ? 0 : code / 2 - 1
    defer { base += 1 << extra }
    return (base, extra)
  }
}()
