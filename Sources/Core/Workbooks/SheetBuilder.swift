/// Takes the cells of one sheet of an .xlsx file in turn. Of a formula the value counts that was computed last.
struct SheetBuilder: Sendable {
  /// What a cell says of its value.
  enum CellType {
    case number, shared, boolean, inline, date, other

    init(_ name: UnsafeBufferPointer<UInt8>?) {
      switch name?.count {
      case nil: self = .number
      case 1:
        switch name?[0] {
        case UInt8(ascii: "s"): self = .shared
        case UInt8(ascii: "n"): self = .number
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "d"): self = .date
        default: self = .other
        }
      case let count: self = count == 9 && name?.elementsEqual("inlineStr".utf8) == true ? .inline : .other
      }
    }
  }

  private(set) var cells: SheetCells
  private let styles: [StyleKind]
  private let since1904: Bool
  private var rowNumber = 0
  private var isHidden = false
  private var column = 0

  /// The number that the first row has in the file.
  private(set) var firstNumber: Int?
  private var hasBegun = false

  init(sharing texts: CellTexts, _ styles: [StyleKind], since1904: Bool) {
    cells = SheetCells(sharing: texts)
    self.styles = styles
    self.since1904 = since1904
  }

  /// The number of the last row that began.
  var lastRow: Int { rowNumber }

  /// The same for rows below another.
  func below(_ row: Int) -> SheetBuilder {
    var below = self
    below.rowNumber = row
    return below
  }

  mutating func beginRow(_ number: Int?, isHidden: Bool) {
    if !hasBegun { (firstNumber, hasBegun) = (number, true) }
    rowNumber = min(max(number ?? rowNumber + 1, rowNumber + 1), SheetCells.mostRows)
    self.isHidden = isHidden
    column = 0
  }

  mutating func endRow() { cells.endRow(rowNumber, isHidden: isHidden) }

  /// Moves on to the column of an address such as "AB3", or to the next.
  @inline(__always)
  mutating func beginCell(_ address: UnsafeBufferPointer<UInt8>?) {
    column = address.flatMap(Self.column) ?? column + 1
  }

  /// Takes the value of the cell that began last.
  @inline(__always)
  mutating func take(_ value: UnsafeBufferPointer<UInt8>, _ type: CellType, style: Int) {
    guard !value.isEmpty else { return }
    switch type {
    case .shared: cells.put(shared: Self.number(value) ?? -1, in: column)
    case .number where kind(style) == .plain && CellNumber.isPlain(value): cells.put(value, in: column)
    case .other: cells.put(value, in: column)
    default: cells.put(shown(String(decoding: value, as: UTF8.self), type, kind(style)), in: column)
    }
  }

  private func kind(_ style: Int) -> StyleKind { styles.indices.contains(style) ? styles[style] : .plain }

  private func shown(_ value: String, _ type: CellType, _ kind: StyleKind) -> String {
    switch type {
    case .boolean: value == "1" ? "TRUE" : "FALSE"
    case .number: number(value, as: kind)
    case .inline: CellEscape.restored(value)
    // Dates in words of ISO 8601.
    case .date: value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value
    case .shared, .other: value
    }
  }

  private func number(_ value: String, as kind: StyleKind) -> String {
    let date =
      switch kind {
      case .plain: String?.none
      case .date: CellNumber.date(value, since1904: since1904)
      case .universal: CellNumber.shown(value, .universal, since1904: since1904)
      }
    return date ?? CellNumber.text(value)
  }

  /// A whole number of digits alone; nil for anything else.
  static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...18).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number &* 10 &+ Int(digit &- 0x30)
    }
    return number
  }

  /// 1 for "A7", 28 for "AB3".
  private static func column(of address: UnsafeBufferPointer<UInt8>) -> Int? {
    var (column, letters) = (0, 0)
    for letter in address {
      guard (0x41...0x5A).contains(letter) else { break }
      letters &+= 1
      guard letters <= 3 else { return nil }
      column = column &* 26 &+ Int(letter) &- 0x40
    }
    return letters == 0 ? nil : column
  }
}
