public import CanonicalJSON
public import Competition

/// One entry of the log as it is shown.
public struct AuditEntry: Equatable, Sendable {
  /// One field with its values before and after; personal ones are shown as long as they have not been erased.
  public struct Change: Equatable, Sendable {
    public let field: String
    public let old: JSON
    public let new: JSON
  }

  public let principal: String
  public let number: Int
  public let recordedAt: Timestamp
  public let action: String
  public let noun: String
  public let key: String
  public let door: String
  public let changes: [Change]
}
