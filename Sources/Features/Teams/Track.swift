public import Audit
import CanonicalJSON
public import Vocabulary

/// A subject under which teams compete.
public struct Track: Equatable, Sendable {
  public let key: Slug
  public var name: LocalizedText

  public init(key: Slug, name: LocalizedText) {
    self.key = key
    self.name = name
  }
}

extension Track: Audited {
  public static let auditNoun = "track"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] { [AuditField("name", name.json)] }
}
