public import Audit
import CanonicalJSON
public import Vocabulary

/// A team's time with a mentor.
public struct MentorSession: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    case booked
    /// Moves up when the mentor's other session is cancelled.
    case waiting
    case cancelled
  }

  /// The mentor, the team and the room by number, as locks name them.
  struct IDs: Equatable, Sendable {
    var mentor: MentorID
    let team: TeamID
    var room: RoomID?
  }

  /// From the worst to the best.
  public static let ratings = 1...5

  public let number: MentorSessionID
  public var mentor: String
  public var mentorName: String
  public let team: String
  public var room: String?
  public var state: State
  public var slot: TimeSlot
  /// The request that the session meets.
  public var request: MentorRequestID?
  /// Whether the team came; nil until somebody says so.
  public var attended: Bool?
  /// One of `ratings`.
  public var rating: Int?
  public var feedback: String?
  var ids: IDs
}

extension MentorSession: Audited {
  public static let auditNoun = "mentor session"
  public var auditKey: String { String(number.rawValue) }
  public var auditFields: [AuditField] {
    [
      AuditField("mentor", Int(ids.mentor.rawValue)), AuditField("team", team), AuditField("room", room),
      AuditField("state", state.rawValue), AuditField("from", slot.start.description),
      AuditField("until", slot.end.description), AuditField("request", request.map { Int($0.rawValue) }),
      AuditField("attended", attended.map { .bool($0) } ?? .null), AuditField("rating", rating),
      AuditField("feedback", feedback, isPersonal: true),
    ]
  }
}
