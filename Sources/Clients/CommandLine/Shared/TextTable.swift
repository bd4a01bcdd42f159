import Terminal

/// Rows in columns, without borders: one record a line, numbers to the right.
struct TextTable {
  let header: [String]
  let rows: [[String]]
  /// Columns whose cells stand to the right, counted from 0.
  var numeric: Set<Int> = []

  /// The lines without spaces at their ends; cells are never cut.
  var text: String {
    let lines = [header] + rows.map { $0.map(onOneLine) }
    let widths = header.indices.map { column in lines.map { displayWidth($0[column]) }.max() ?? 0 }
    return lines.map { cells in
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - displayWidth(cells[column]))
        return numeric.contains(column) ? space + cells[column] : cells[column] + space
      }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
