public import Audit
import CanonicalJSON
public import Competition

/// An organisation that has something to do with an event.
public struct Organisation: Equatable, Sendable {
  public enum Role: String, CaseIterable, Sendable {
    case funder
    case partner
    case coOrganiser = "co-organiser"
    case sponsor
    case prizeGiver = "prize-giver"
    case affiliation
  }

  /// A role with the organisation's place among those who share it, from 1.
  public struct Standing: Equatable, Sendable {
    public let role: Role
    public let printOrder: Int

    public init(role: Role, printOrder: Int) {
      self.role = role
      self.printOrder = printOrder
    }
  }

  public let key: Slug
  public var name: LocalizedText
  public var acronym: LocalizedText

  public init(key: Slug, name: LocalizedText, acronym: LocalizedText = LocalizedText()) {
    self.key = key
    self.name = name
    self.acronym = acronym
  }
}

extension Organisation: Audited {
  public static let auditNoun = "organisation"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [AuditField("name", name.json), AuditField("acronym", acronym.json)]
  }
}
