/// What became of one record of a file.
public struct RecordReading: Equatable, Sendable {
  /// What the record says; the thing that the file is about comes first.
  public var drafts: [Draft] = []
  /// Why the record counts as passed over, such as "a draft"; its drafts then only add to what another row said.
  public var skipped: String?
  /// Why the record cannot be taken; its drafts are then not used.
  public var problems: [CellProblem] = []
  /// What the organiser should know although the record is taken.
  public var remarks: [CellProblem] = []

  public init() {}
}

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

/// What one row says of one thing, before anybody has looked whether it may be so.
public struct Draft: Equatable, Sendable {
  public let noun: ImportNoun
  private var texts = [String?](repeating: nil, count: DraftField.allCases.count)

  public init(_ noun: ImportNoun) { self.noun = noun }

  /// The text of a field; nil where the row does not say it. A blank text counts as not said.
  public subscript(field: DraftField) -> String? {
    get { texts[field.rawValue] }
    set { texts[field.rawValue] = newValue.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil } }
  }
}
