/// Text in columns.
struct Table {
  let title: String
  let heads: [String]
  let rows: [(name: String, cells: [String])]

  var text: String {
    let lines = [[""] + heads] + rows.map { [$0.name] + $0.cells }
    let widths = (0...heads.count).map { column in lines.map { $0[column].count }.max() ?? 0 }
    let printed = lines.map { line in
      let padded = zip(line, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
      let joined = padded.joined(separator: "  ")
      return String(joined.reversed().drop { $0 == " " }.reversed())
    }
    return ([title] + printed).joined(separator: "\n") + "\n"
  }
}
