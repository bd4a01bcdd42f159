public import Audit

/// What an event shares with its teams.
public enum FeedbackPolicy: String, CaseIterable, Sendable {
  case nothing
  /// What judges wrote for the team.
  case comments
  /// The means by criterion.
  case scores
  case everything
}

extension FeedbackPolicy: Audited {
  public static let auditNoun = "feedback"
  public var auditKey: String { "policy" }
  public var auditFields: [AuditField] { [AuditField("shares", rawValue)] }
}
