public import Audit
import CanonicalJSON
public import Vocabulary

/// A room of an event, real or virtual.
public struct Room: Equatable, Sendable {
  public let key: Slug
  public var name: LocalizedText
  public var capacity: Int?
  /// Where one joins, when the room is a virtual one.
  public var url: String?

  public init(key: Slug, name: LocalizedText) {
    self.key = key
    self.name = name
  }
}

extension Room: Audited {
  public static let auditNoun = "room"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [AuditField("name", name.json), AuditField("capacity", capacity), AuditField("url", url)]
  }
}
