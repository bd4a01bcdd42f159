/// The names of the columns of a table.
public struct Header: Equatable, Sendable {
  /// The names as the file has them.
  public let names: [String]

  private let indices: [String: Int]

  /// Takes the cells of a record as names; columns without a name may be many.
  /// - Throws: `duplicateColumn` when two names differ only in ways that `index(of:)` ignores.
  public init(_ record: Record) throws(CSVError) {
    names = record.cells
    var indices: [String: Int] = [:]
    for (index, name) in record.cells.enumerated() {
      let key = ColumnName.folded(name)
      guard !key.isEmpty else { continue }
      if let first = indices[key] {
        throw .duplicateColumn(
          first: record.cells[first], firstCell: record.nameOfCell(at: first),
          second: name, secondCell: record.nameOfCell(at: index))
      }
      indices[key] = index
    }
    self.indices = indices
  }

  /// The number of columns.
  public var count: Int { names.count }

  /// Whether the last name is `...`, which says that records may go on beyond it.
  public var isOpenEnded: Bool {
    guard let key = names.last.map(ColumnName.folded) else { return false }
    return key == "..."
  }

  /// Where a column is, counted from 0, whatever the case, accents, spaces, `_`, `-` and quotes around the name.
  public func index(of name: String) -> Int? {
    indices[ColumnName.folded(name)]
  }

  /// Where a column that must be there is, counted from 0.
  /// - Throws: `missingColumn`.
  public func requireIndex(of name: String) throws(CSVError) -> Int {
    guard let index = index(of: name) else { throw .missingColumn(name, header: names) }
    return index
  }
}
