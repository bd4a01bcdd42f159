public import Audit
import CanonicalJSON
public import Competition

/// Somebody who takes part in an event.
public struct Participant: Equatable, Sendable {
  public let key: Slug
  public var givenName = ""
  public var familyName = ""
  /// As the person wants to be called.
  public var displayName: String
  public var email: EmailAddress?
  /// Nationality, ISO 3166-1 alpha-2.
  public var country: CountryCode?
  public var city: String?
  public var affiliation: String?
  /// ISO 639 codes in the order of preference.
  public var languages: [String] = []
  /// The name on a stage, in place of the person's own.
  public var alias: String?
  /// How the person came in: a ticket's type, a form's name.
  public var cameBy: String?
  /// Whether the person agreed to be named in public.
  public var mayBeNamed = false

  public init(key: Slug, displayName: String) {
    self.key = key
    self.displayName = displayName
  }
}

extension Participant: Audited {
  public static let auditNoun = "participant"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [
      AuditField("given name", givenName, isPersonal: true), AuditField("family name", familyName, isPersonal: true),
      AuditField("display name", displayName, isPersonal: true),
      AuditField("e-mail", email?.text, isPersonal: true), AuditField("country", country?.text, isPersonal: true),
      AuditField("city", city, isPersonal: true),
      AuditField("affiliation", affiliation, isPersonal: true),
      AuditField("may be named", .bool(mayBeNamed)),
    ]
  }
}
