import Terminal

/// Rows in columns, without borders: one record a line, numbers to the right.
struct TextTable {
  let header: [String]
  let rows: [[String]]
  /// Columns whose cells stand to the right, counted from 0.
  var numeric: Set<Int> = []
  /// Titles of the columns that a narrow window may leave out, the most expendable first.
  var expendable: [String] = []

  /// The whole table, with each record on one line; cells are never cut.
  var text: String { text(widths: naturalWidths) }

  /// The table for a window, and the titles of the columns that it has no room for.
  func fitted(to columns: Int) -> (text: String, leftOut: [String]) {
    let blank = header.filter(isBlank)
    var (table, leftOut) = (self, [String]())
    for title in blank + expendable where table.readableWidth > columns && table.header.contains(title) {
      table = table.without(title)
      // Nobody misses a column without a word in it.
      if !blank.contains(title) { leftOut.append(title) }
    }
    return (table.text(widths: table.widths(within: columns)), leftOut)
  }

  private func isBlank(_ title: String) -> Bool {
    !rows.isEmpty && header.firstIndex(of: title).map { column in rows.allSatisfy { $0[column].isEmpty } } == true
  }

  private func without(_ title: String) -> TextTable {
    let kept = header.indices.filter { header[$0] != title }
    return TextTable(
      header: kept.map { header[$0] }, rows: rows.map { row in kept.map { row[$0] } },
      numeric: Set(kept.indices.filter { numeric.contains(kept[$0]) }))
  }

  private func text(widths: [Int]) -> String {
    ([header] + rows).flatMap { lines(of: $0.map(onOneLine), widths) }.joined(separator: "\n")
  }

  /// The lines of one record, without spaces at their ends.
  private func lines(of cells: [String], _ widths: [Int]) -> [String] {
    let folded = cells.indices.map { Terminal.folded(cells[$0], max(1, widths[$0])) }
    return (0..<(folded.map(\.count).max() ?? 0)).map { line in
      let padded = folded.indices.map { column in
        let text = line < folded[column].count ? folded[column][line] : ""
        let space = String(repeating: " ", count: max(0, widths[column] - displayWidth(text)))
        return numeric.contains(column) ? space + text : text + space
      }
      return String(padded.joined(separator: Self.gap).reversed().drop { $0 == " " }.reversed())
    }
  }
}

// How wide the columns are.
extension TextTable {
  private static let gap = "  "
  /// A column of words is not folded narrower than this while another column can be left out.
  private static let readable = 20

  private var naturalWidths: [Int] { widths(Self.width, of: [header] + rows) }

  /// The widths where only titles are folded.
  private var plainWidths: [Int] {
    zip(widths(Self.width, of: rows), widths(Self.longestWord, of: [header])).map { max($0, $1) }
  }

  /// Numbers are never folded, and words stay whole.
  private var leastWidths: [Int] {
    let words = widths(Self.longestWord, of: [header] + rows)
    return header.indices.map { numeric.contains($0) ? plainWidths[$0] : words[$0] }
  }

  private var readableWidth: Int {
    total(zip(plainWidths, leastWidths).map { min($0, max($1, Self.readable)) })
  }

  /// Folds titles, then cells: the widest column gives first, until the table fits or no column can give more.
  private func widths(within columns: Int) -> [Int] {
    var widths = naturalWidths
    for least in [plainWidths, leastWidths] {
      while total(widths) > columns {
        let foldable = widths.indices.filter { widths[$0] > least[$0] }
        guard let widest = foldable.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
        widths[widest] -= 1
      }
    }
    return widths
  }

  private func widths(_ width: (String) -> Int, of records: [[String]]) -> [Int] {
    header.indices.map { column in records.map { width(onOneLine($0[column])) }.max() ?? 0 }
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
  }

  private static func width(_ text: String) -> Int { displayWidth(text) }

  private static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map { displayWidth(String($0)) }.max() ?? 0
  }
}
