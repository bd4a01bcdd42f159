import Competition
import Tabular
import Workflows

/// The rows of a file that were not taken, with what is wrong behind their own cells; it can be imported again.
struct RejectsFile: Sendable {
  private static let columns = ["_row", "_line", "_cell", "_code", "_message"]

  let path: String
  private let source: SourceFile

  init(beside source: SourceFile) {
    self.source = source
    let stem = source.name.hasSuffix(".csv") ? String(source.name.dropLast(4)) : source.name
    path = (source.name == "-" ? "standard-input" : stem) + ".rejects.csv"
  }

  /// Writes the file anew; without problems nothing is written.
  func write(_ problems: [ImportProblem]) throws {
    guard !problems.isEmpty else { return }
    let byRow = Dictionary(grouping: problems, by: \.row)
    var reader = try CSVReader(pull: source.open())
    guard let header = try reader.next() else { return }
    let kept = header.cells.indices.filter { !Self.columns.contains(header.cells[$0]) }
    var rows = [kept.map { header.cells[$0] } + Self.columns]
    while let record = try reader.next() {
      guard let found = byRow[record.row], let first = found.first else { continue }
      let message = found.map(\.message).joined(separator: " ")
      let cells = kept.map { record.cells.indices.contains($0) ? record.cells[$0] : "" }
      let tail = record.cells.count > header.cells.count ? Array(record.cells[header.cells.count...]) : []
      rows.append(
        cells + [String(first.row), String(first.line), first.cell ?? "", first.code, message] + tail)
    }
    // They are people: nobody else may read the file.
    let file = try StreamedFile(path)
    try file.write(CSVWriter.bytes(of: rows, as: CSVFormat(formulas: .raw)))
    try file.end()
  }
}
