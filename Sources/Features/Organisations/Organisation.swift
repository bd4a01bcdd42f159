public import Audit
import CanonicalJSON
public import Vocabulary

/// An organisation that has something to do with an event.
public struct Organisation: Equatable, Sendable {
  public typealias Role = OrganisationRole

  /// A role with the organisation's position among those who share it, from 1.
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
  /// Where its name leads.
  public var url: String?
  /// The address of its logo.
  public var logo: String?

  public init(
    key: Slug, name: LocalizedText, acronym: LocalizedText = LocalizedText(), url: String? = nil, logo: String? = nil
  ) {
    self.key = key
    self.name = name
    self.acronym = acronym
    self.url = url
    self.logo = logo
  }
}

extension Organisation {
  /// The same, with what is missing taken from another one; what it says itself stays.
  public func filled(from other: Organisation) -> Organisation {
    Organisation(
      key: key, name: name.filled(from: other.name), acronym: acronym.filled(from: other.acronym),
      url: url ?? other.url, logo: logo ?? other.logo)
  }
}

extension LocalizedText {
  fileprivate func filled(from other: LocalizedText) -> LocalizedText {
    other.languages.reduce(self) { text, language in
      text[language] == nil ? text.replacing(language, with: other[language] ?? "") : text
    }
  }
}

extension Organisation: Audited {
  public static let auditNoun = "organisation"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [
      AuditField("name", name.json), AuditField("acronym", acronym.json), AuditField("url", url),
      AuditField("logo", logo),
    ]
  }
}
