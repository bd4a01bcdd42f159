import CSV
import ImportFormats
import Vocabulary

/// Where the columns of an import stand in a file.
struct FoundColumns {
  let header: Header
  private var indices: [String: Int] = [:]
  private var leftOut: Set<Int> = []
  /// The columns that are read by what their titles say.
  private var wide: Set<Int> = []
  /// Whether columns are found by the names that they have in the file alone.
  private let isPlain: Bool

  /// Finds the columns by what the organiser says of them, then by our own names, then by what people call them.
  /// - Throws: `ImportFormatError` when the map does not fit the file.
  init(
    _ header: Header, among columns: [ImportColumn], map: ColumnMap? = nil, in language: Language
  ) throws(ImportFormatError) {
    self.header = header
    isPlain = false
    for entry in map?.entries ?? [] { try take(entry) }
    let said = Set(indices.values).union(leftOut)
    for isOwn in [true, false] {
      for column in columns where indices[column.name] == nil {
        let names = isOwn ? [column.name] : column.names(in: language)
        indices[column.name] = names.lazy.compactMap(header.index(of:)).first {
          !said.contains($0) && !indices.values.contains($0)
        }
      }
    }
  }

  /// The columns by the names that they have in the file.
  init(_ header: Header) {
    self.header = header
    isPlain = true
  }

  private mutating func take(_ entry: ColumnMap.Entry) throws(ImportFormatError) {
    guard let index = header.index(of: entry.column) else {
      throw .unknownMapColumn(entry.column, header: header.names)
    }
    guard !indices.values.contains(index), !leftOut.contains(index) else { throw .columnMappedTwice(entry.column) }
    guard let field = entry.field else {
      leftOut.insert(index)
      return
    }
    if let other = indices[field] { throw .sameMapField(field, header.names[other], header.names[index]) }
    indices[field] = index
  }

  /// Where a column stands; nil when the file does not have it.
  func index(of name: String) -> Int? { isPlain ? header.index(of: name) : indices[name] }

  /// What the file calls a column.
  func title(of name: String) -> String { index(of: name).map { header.names[$0] } ?? name }

  /// Whether a column is in the file under another name than our own.
  func isRenamed(_ name: String) -> Bool { index(of: name).map { header.index(of: name) != $0 } ?? false }

  /// The columns that nothing is done with.
  var ignored: [String] { free.map(\.title) }

  /// The columns that are none of ours.
  var free: [(index: Int, title: String)] {
    let known = Set(indices.values).union(leftOut).union(wide)
    return header.names.enumerated().map { (index: $0.offset, title: $0.element) }.filter {
      !known.contains($0.index) && !$0.title.isEmpty && !RejectsColumns.names.contains($0.title)
    }
  }

  /// Takes note of columns that are read by what their titles say.
  mutating func takeWide(_ columns: [Int]) { wide.formUnion(columns) }

  /// The columns that stand under another name than our own, by their order in the file.
  var renamed: [(title: String, name: String)] {
    indices.filter { header.index(of: $0.key) != $0.value }.sorted { $0.value < $1.value }
      .map { (header.names[$0.value], $0.key) }
  }
}
