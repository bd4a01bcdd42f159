public import Vocabulary

/// One save of a sheet, as it is kept for ever.
public struct SheetRevision: Equatable, Sendable {
  public let revision: Int
  public let status: Sheet.Status
  public let points: [String: Points]
  public let comment: String
  public let feedback: String
  /// Why the judge recused, or why the sheet was reopened.
  public let reason: String?
  /// Who saved it: an organiser, or the judge by code.
  public let by: String
  public let at: Timestamp
}
