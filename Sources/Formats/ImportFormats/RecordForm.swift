/// How the records of one kind of file are read.
protocol RecordForm: Sendable {
  /// The columns that something is done with.
  var usedColumns: Set<Int> { get }
  /// Sentences about the whole file.
  var remarks: [String] { get }

  /// Where a field stands, counted from 0; nil when no column is for it alone.
  func index(of field: DraftField) -> Int?

  /// Whether a record of so many cells can belong to the file; cells that it lacks are blank.
  func fits(width: Int) -> Bool
  mutating func read(_ row: Row, into reading: inout RecordReading)
}
