public import Audit
import CanonicalJSON
public import Vocabulary

/// What a team would like to talk about with a mentor.
public struct MentorRequest: Equatable, Sendable {
  public let number: MentorRequestID
  public let team: String
  public let topics: [String]
  /// ISO 639 codes by preference; none takes any.
  public let languages: [String]
  /// The session that meets it, or may when it moves up.
  public let session: MentorSessionID?
  public var isWithdrawn = false
}

extension MentorRequest: Audited {
  public static let auditNoun = "mentor request"
  public var auditKey: String { String(number.rawValue) }
  public var auditFields: [AuditField] {
    [
      AuditField("team", team), AuditField("topics", .array(topics.map(JSON.string))),
      AuditField("languages", .array(languages.map(JSON.string))), AuditField("withdrawn", .bool(isWithdrawn)),
    ]
  }
}

/// What organisers note about a team's mentoring; nobody else reads it.
public struct MentorNote: Equatable, Sendable {
  public let number: Int
  public let team: String
  public let mentor: String?
  public let text: String
  public let writtenAt: Timestamp
}
