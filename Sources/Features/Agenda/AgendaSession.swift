public import AgendaFormats
public import Audit
import CanonicalJSON
public import Vocabulary

/// A session of an event's agenda, as it is being drafted.
public struct AgendaSession: Equatable, Sendable {
  public typealias Kind = PublishedSession.Kind
  public typealias Audience = PublishedSession.Audience

  public let key: Slug
  public var kind = Kind.talk
  public var title = LocalizedText()
  public var objective = LocalizedText()
  /// The languages that are spoken, in the order in which they were given.
  public var languages: [Language] = []
  public var audience = Audience.participants
  /// What the clocks of its zone show; nil only while it is being described.
  public var start: LocalTime?
  public var end: LocalTime?
  /// An IANA name.
  public var timeZone: String
  /// The room's key.
  public var room: String?
  /// Where one joins.
  public var url: String?
  public var registerURL: String?
  public var capacity: Int?
  public var isCancelled = false

  public init(key: Slug, timeZone: String) {
    self.key = key
    self.timeZone = timeZone
  }
}

extension AgendaSession: Audited {
  public static let auditNoun = "session"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [
      AuditField("kind", kind.rawValue), AuditField("title", title.json), AuditField("objective", objective.json),
      AuditField("languages", .array(languages.map { .string($0.code) })), AuditField("audience", audience.rawValue),
      AuditField("start", start?.description), AuditField("end", end?.description), AuditField("time zone", timeZone),
      AuditField("room", room), AuditField("url", url), AuditField("registration", registerURL),
      AuditField("capacity", capacity), AuditField("cancelled", .bool(isCancelled)),
    ]
  }
}
