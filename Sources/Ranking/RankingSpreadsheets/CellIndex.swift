/// Names as they stand in the cells of a column, each with its position in a list of names.
///
/// Rows mostly repeat the cell of the row before, or go through the same few cells in turn, so that what came after a cell
/// the last time is looked at first.
struct CellIndex {
  var names = NameIndex()
  /// The cells that were read so far, as they are written, with the positions of their names.
  private var cells: [(bytes: [UInt8], position: Int)] = []
  private var cellPositions: [[UInt8]: Int] = [:]
  private var lastCell = 0
  private var followers: [Int] = []

  /// The position of the name in a cell; nil where it is no plain name and has to be looked at more closely.
  @inline(__always)
  mutating func position(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    if !cells.isEmpty {
      if cells[lastCell].bytes.elementsEqual(cell) { return cells[lastCell].position }
      let guess = followers[lastCell]
      if cells[guess].bytes.elementsEqual(cell) {
        lastCell = guess
        return cells[guess].position
      }
    }
    return search(for: Array(cell))
  }

  private mutating func search(for bytes: [UInt8]) -> Int? {
    guard let cell = cellPositions[bytes] ?? newCell(bytes) else { return nil }
    followers[lastCell] = cell
    lastCell = cell
    return cells[cell].position
  }

  private mutating func newCell(_ bytes: [UInt8]) -> Int? {
    // Blanks around a name, a quote that a writer of spreadsheets added, and control characters are not plain.
    guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20, last < 0x80,
      first != UInt8(ascii: "'"), bytes.allSatisfy({ $0 >= 0x20 }), let name = String(validating: bytes, as: UTF8.self)
    else { return nil }
    cells.append((bytes, names.position(of: name)))
    followers.append(cells.count - 1)
    cellPositions[bytes] = cells.count - 1
    return cells.count - 1
  }
}
