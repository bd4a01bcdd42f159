/// Names as they stand in the cells of a column, each with its position in a list of names.
///
/// Rows mostly repeat the cell of the row before, or go through the same few cells in turn, so that what came after a cell
/// the last time is looked at first.
struct CellIndex {
  var names = NameIndex()
  /// The cells that were read so far, as they are written, one after the other.
  private var bytes: [UInt8] = []
  private var starts = [0]
  private var positions: [Int32] = []
  private var followers: [Int32] = []
  /// Cells by their hash, each in its slot or in the next free one; -1 for a free slot.
  private var slots: [Int32] = []
  private var lastCell = 0

  /// The position of the name in a cell; nil where it is no plain name and has to be looked at more closely.
  @inline(__always)
  mutating func position(of cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    if !positions.isEmpty {
      if isEqual(lastCell, cell) { return positions[lastCell] }
      let guess = Int(followers[lastCell])
      if isEqual(guess, cell) {
        lastCell = guess
        return positions[guess]
      }
    }
    return search(for: cell)
  }

  /// The position of a name that stands in no cell.
  mutating func position(of name: String) -> Int32 { Int32(names.position(of: name)) }

  /// The positions of names that stand in the header, by their columns.
  private var columns: [Int32] = []

  /// The position of a name that goes with a column.
  @inline(__always)
  mutating func position(ofColumn column: Int, _ name: () -> String) -> Int32 {
    if column < columns.count, columns[column] >= 0 { return columns[column] }
    while columns.count <= column { columns.append(-1) }
    columns[column] = position(of: name())
    return columns[column]
  }

  @inline(__always)
  private func isEqual(_ known: Int, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[known]
    guard starts[known &+ 1] &- start == cell.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<cell.count where bytes[start &+ offset] != cell[offset] { return false }
      return true
    }
  }

  @inline(never)
  private mutating func search(for cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    if 2 * positions.count >= slots.count { grow() }
    let slot = slot(of: cell)
    if slots[slot] < 0 {
      guard let position = newName(cell) else { return nil }
      slots[slot] = Int32(positions.count)
      bytes.append(contentsOf: cell)
      starts.append(bytes.count)
      positions.append(position)
      followers.append(slots[slot])
    }
    followers[lastCell] = slots[slot]
    lastCell = Int(slots[slot])
    return positions[lastCell]
  }

  private mutating func newName(_ cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    // Blanks around a name, a quote that a writer of spreadsheets added, a list, and control characters are not plain.
    guard let first = cell.first, let last = cell.last, first > 0x20, last > 0x20, last < 0x80,
      first != UInt8(ascii: "'"), first != UInt8(ascii: "["), cell.allSatisfy({ $0 >= 0x20 }),
      let name = String(validating: cell, as: UTF8.self)
    else { return nil }
    return position(of: name)
  }

  /// The slot of a cell, or the free one where it belongs.
  private func slot(of cell: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a, whose upper bits are folded into the lower ones.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), cell) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 4))
    let (bytes, starts) = (self.bytes, self.starts)
    bytes.withUnsafeBufferPointer { bytes in
      for cell in positions.indices {
        slots[slot(of: UnsafeBufferPointer(rebasing: bytes[starts[cell]..<starts[cell + 1]]))] = Int32(cell)
      }
    }
  }
}
