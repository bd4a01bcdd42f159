import AgendaFormats
import Audit
import CanonicalJSON
public import Vocabulary

/// Somebody who speaks in a session.
public struct Speaker: Equatable, Sendable {
  public var honorific: String?
  /// Nil for somebody who speaks without being named.
  public var name: String?
  public var role = LocalizedText()
  /// Where it has none in a language, its name in another one is used.
  public var organisation = LocalizedText()
  public var secondRole = LocalizedText()
  public var secondOrganisation = LocalizedText()
  /// Whether the name may be published; otherwise only the role is.
  public var isPublic = true

  public init(name: String?) {
    self.name = name
    isPublic = name != nil
  }

  /// As far as it may be published.
  var published: PublishedSpeaker {
    let affiliations = [
      PublishedSpeaker.Affiliation(role: role, organisation: organisation),
      PublishedSpeaker.Affiliation(role: secondRole, organisation: secondOrganisation, isSecond: true),
    ]
    return PublishedSpeaker(
      name: isPublic ? fullName : nil,
      affiliations: affiliations.filter { !$0.role.isEmpty || !$0.organisation.isEmpty })
  }

  /// Whether exports in a language say this of the speaker.
  /// - Parameter text: The name, if it is told, with what somebody is behind it.
  public func isTold(as text: String, in language: Language) -> Bool { published.text(in: language) == text }

  /// The name with its honorific: a degree stands behind it, anything else before.
  public var fullName: String? {
    guard let name, let honorific else { return name }
    return Self.degrees.contains(honorific.lowercased().filter(\.isLetter))
      ? "\(name), \(honorific)" : "\(honorific) \(name)"
  }

  private static let degrees: Set = ["phd", "md", "msc", "ma", "ba", "bsc", "mba", "llm", "llb", "esq", "peng", "ing"]

  var auditFields: [AuditField] {
    [
      AuditField("honorific", honorific), AuditField("name", name, isPersonal: true), AuditField("role", role.json),
      AuditField("organisation", organisation.json), AuditField("second role", secondRole.json),
      AuditField("second organisation", secondOrganisation.json), AuditField("public", .bool(isPublic)),
    ]
  }
}
