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
