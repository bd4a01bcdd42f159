/// The cells of a sheet: numbers of texts, of which most stand in many cells.
struct SheetCells: Sendable {
  /// Texts that sheets of a workbook share.
  private let shared: CellTexts
  /// Texts of this sheet alone, numbered behind the shared ones.
  private var own = CellTexts()
  private var cells: [UInt32] = []
  /// The rows with a cell that is not empty: their numbers from 1, and where their cells end.
  private(set) var numbers: [Int] = []
  private var ends: [Int] = []
  /// How many of these rows are hidden.
  private(set) var hidden = 0
  private var row: [UInt32] = []

  init(sharing shared: CellTexts = CellTexts()) { self.shared = shared }

  /// No program writes more rows or columns.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  var lastNumber: Int { numbers.last ?? 0 }

  /// Puts a shared text into a column, counted from 1, of the row that is being filled; unknown ones are empty.
  mutating func put(shared number: Int, in column: Int) {
    // The first text of a workbook has the number 0, which is ours for the empty text.
    let isKnown = (0..<(shared.count - 1)).contains(number) && !shared.isEmpty(number + 1)
    put(number: isKnown ? number + 1 : 0, in: column)
  }

  mutating func put(_ text: UnsafeBufferPointer<UInt8>, in column: Int) {
    put(number: text.isEmpty ? 0 : shared.count + own.append(text) - 1, in: column)
  }

  mutating func put(_ text: String, in column: Int) {
    var text = text
    text.withUTF8 { put($0, in: column) }
  }

  private mutating func put(number: Int, in column: Int) {
    guard (1...Self.mostColumns).contains(column) else { return }
    while row.count < column { row.append(0) }
    row[column - 1] = UInt32(truncatingIfNeeded: number)
  }

  /// Ends the row that was filled; an empty one, or one beyond the last, is left out.
  mutating func endRow(_ number: Int, isHidden: Bool, times: Int = 1) {
    while row.last == 0 { row.removeLast() }
    defer { row.removeAll(keepingCapacity: true) }
    guard !row.isEmpty else { return }
    for number in number..<(number + times) where number > lastNumber && number <= Self.mostRows {
      cells += row
      numbers.append(number)
      ends.append(cells.count)
      if isHidden { hidden += 1 }
    }
  }

  /// Appends the rows of another part of the sheet, which shares the same texts.
  mutating func append(_ rest: SheetCells) {
    let (offset, start) = (UInt32(truncatingIfNeeded: own.count - 1), cells.count)
    own.append(rest.own)
    let first = UInt32(truncatingIfNeeded: shared.count)
    cells += rest.cells.lazy.map { $0 < first ? $0 : $0 + offset }
    numbers += rest.numbers
    ends += rest.ends.lazy.map { $0 + start }
    hidden += rest.hidden
  }

  /// The cells of a row, by its place among those that are not empty.
  private func cells(at place: Int) -> ArraySlice<UInt32> {
    cells[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  func width(at place: Int) -> Int { cells(at: place).count }

  func filled(at place: Int) -> Int { cells(at: place).count { $0 != 0 } }

  @inline(__always)
  func forEachText<Failure: Error>(
    at place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    for cell in cells(at: place) {
      let number = Int(cell)
      if number < shared.count {
        try shared.withText(number, body)
      } else {
        try own.withText(number - shared.count + 1, body)
      }
    }
  }

  /// Every row from the first on, also empty ones.
  var texts: [[String]] {
    var rows: [[String]] = []
    for (place, number) in numbers.enumerated() {
      while rows.count < number - 1 { rows.append([]) }
      var row: [String] = []
      forEachText(at: place) { row.append(String(decoding: $0, as: UTF8.self)) }
      rows.append(row)
    }
    return rows
  }
}
