public import Audit
import CanonicalJSON
public import Competition

/// What a team hands in.
public struct Submission: Equatable, Sendable {
  /// The key of the team.
  public let team: String
  public var title = LocalizedText()
  /// What the project does, in one or two sentences for the announcement.
  public var summary = LocalizedText()
  public var url: String?

  public init(team: String) { self.team = team }
}

extension Submission: Audited {
  public static let auditNoun = "submission"
  public var auditKey: String { team }
  public var auditFields: [AuditField] {
    [AuditField("title", title.json), AuditField("summary", summary.json), AuditField("url", url)]
  }
}
