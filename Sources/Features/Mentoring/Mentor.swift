public import Audit
import CanonicalJSON
public import Vocabulary

/// Somebody who gives teams advice.
public struct Mentor: Equatable, Sendable {
  public static let slotMinutes = 5...480

  public let key: Slug
  public var name: String
  public var email: EmailAddress?
  /// Words by which requests find the mentor.
  public var expertise: [String] = []
  /// ISO 639 codes in the order of preference.
  public var languages: [String] = []
  /// The IANA zone in which the mentor reads the agenda.
  public var timeZone: String
  /// How long the slots are that are cut from the mentor's time.
  public var slotMinutes = 30

  public init(key: Slug, name: String, timeZone: String) {
    self.key = key
    self.name = name
    self.timeZone = timeZone
  }
}

/// A mentor as kept.
public struct StoredMentor: Equatable, Sendable {
  /// What the log calls the mentor: a key that an organiser chose may be a name.
  public let id: MentorID
  public var mentor: Mentor
}

extension StoredMentor: Audited {
  public static let auditNoun = "mentor"
  public var auditKey: String { String(id.rawValue) }
  public var auditFields: [AuditField] {
    [
      AuditField("key", mentor.key.text, isPersonal: true), AuditField("name", mentor.name, isPersonal: true),
      AuditField("e-mail", mentor.email?.text, isPersonal: true),
      AuditField("expertise", .array(mentor.expertise.map(JSON.string)), isPersonal: true),
      AuditField("languages", .array(mentor.languages.map(JSON.string)), isPersonal: true),
      AuditField("time zone", mentor.timeZone, isPersonal: true), AuditField("slot minutes", mentor.slotMinutes),
    ]
  }
}

/// A mentor as an organiser sees them in a list.
public struct MentorDetails: Equatable, Sendable {
  public let mentor: Mentor
  /// When the mentor has time, exceptions taken out; by the clocks of the mentor's zone.
  public let hours: [TimeSlot]
  public let freeSlots: Int
  public let bookedSessions: Int
}
