/// The names that spreadsheets give to cells.
enum CellAddress {
  /// The letters of a column counted from 0, then the row: `A1`, `Z1`, `AA1`.
  static func name(column: Int, row: Int) -> String {
    var letters: [UInt8] = []
    var rest = max(column, 0)
    repeat {
      letters.append(0x41 + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self) + String(row)
  }
}
