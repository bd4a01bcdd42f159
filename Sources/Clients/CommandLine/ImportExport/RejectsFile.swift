import CSV
import Files
import ImportFormats
import UseCases
import Vocabulary

/// The rows of a file that were not taken, with what is wrong behind their own cells; it can be imported again.
struct RejectsFile: Sendable {
  let path: String
  private let source: SourceFile

  init(beside source: SourceFile) {
    self.source = source
    let stem = source.name.hasSuffix(".csv") ? String(source.name.dropLast(4)) : source.name
    path = (source.name == "-" ? "standard-input" : stem) + ".rejects.csv"
  }

  /// Writes the file anew; without problems nothing is written.
  /// - Parameter hasOpenRows: Whether rows may have more cells than the header has names.
  func write(_ problems: [ImportProblem], hasOpenRows: Bool = false) throws {
    guard !problems.isEmpty else { return }
    let byRow = Dictionary(grouping: problems, by: \.row)
    var reader = try CSVReader(pull: source.open())
    guard let header = try reader.next() else { return }
    let kept = header.cells.indices.filter { !RejectsColumns.names.contains(header.cells[$0]) }
    var rejected: [(cells: [String], found: [ImportProblem])] = []
    while let record = try reader.next() {
      guard let found = byRow[record.row] else { continue }
      let tail = record.cells.indices.dropFirst(header.cells.count)
      rejected.append(((kept + tail).filter(record.cells.indices.contains).map { record.cells[$0] }, found))
    }
    let names = kept.map { header.cells[$0] }
    // Where rows may go on beyond the header, it is made as wide as they are. Elsewhere such a row is out of step with it,
    // and stays so: it is not to be taken before somebody has mended it.
    let width = hasOpenRows ? max(names.count, rejected.map(\.cells.count).max() ?? 0) : names.count
    let rows =
      [padded(names, to: width) + RejectsColumns.names]
      + rejected.map { cells, found in
        (hasOpenRows ? padded(cells, to: width) : cells) + explanation(found)
      }
    // They are people: nobody else may read the file.
    let file = try DraftedFile(path, for: .owner)
    try file.write(CSVWriter.bytes(of: rows, as: CSVFormat(formulas: .raw)))
    try file.end()
  }

  private func padded(_ cells: [String], to width: Int) -> [String] {
    cells + [String](repeating: "", count: max(0, width - cells.count))
  }

  private func explanation(_ found: [ImportProblem]) -> [String] {
    guard let first = found.first else { return [] }
    let message = found.map(\.message.text).joined(separator: " ")
    return [String(first.row), String(first.line), first.cell ?? "", first.code, message]
  }
}
