public import Audit
public import Vocabulary

/// What a team is told of how one round judged it; never who said it.
public struct Feedback: Equatable, Sendable {
  /// A criterion's mean over the ready sheets, rounded to thousandths.
  public struct Score: Equatable, Sendable {
    public let criterion: LocalizedText
    public let mean: Points
    public let maximum: Points
  }

  public let team: String
  public let teamName: String
  public let round: String
  /// How many judges scored the team.
  public let sheets: Int
  /// In the rubric's order; empty where the event shares no scores.
  public let scores: [Score]
  /// In an order that tells nothing of the judges.
  public let comments: [String]
}

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
