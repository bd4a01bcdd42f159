/// What is wrong, or worth knowing, about one cell or one row.
public struct CellProblem: Error, Equatable, Sendable {
  /// The column's index, counted from 0; nil for the whole row.
  public let index: Int?
  /// The column's name as the file has it.
  public let column: String?
  public let value: String?
  public let message: String

  public init(index: Int? = nil, column: String? = nil, value: String? = nil, _ message: String) {
    self.index = index
    self.column = column
    self.value = value
    self.message = message
  }
}
