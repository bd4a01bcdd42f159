import AgendaFormats
import Audit
import CanonicalJSON

/// Somebody who speaks in a session.
public struct Speaker: Equatable, Sendable {
  public var honorific: String?
  /// Nil for somebody who speaks without being named.
  public var name: String?
  public var role: String?
  public var organisation: String?
  public var secondRole: String?
  public var secondOrganisation: String?
  /// Whether the name may be published; otherwise only the role is.
  public var isPublic = true

  public init(name: String?) {
    self.name = name
    isPublic = name != nil
  }

  /// As far as it may be published.
  var published: PublishedSpeaker {
    let affiliations = [(role, organisation), (secondRole, secondOrganisation)].filter { $0 != nil || $1 != nil }
    return PublishedSpeaker(
      name: isPublic ? fullName : nil,
      affiliations: affiliations.map { PublishedSpeaker.Affiliation(role: $0, organisation: $1) })
  }

  /// The name with its honorific: a degree stands behind it, anything else before.
  public var fullName: String? {
    guard let name, let honorific else { return name }
    return Self.degrees.contains(honorific.lowercased().filter(\.isLetter))
      ? "\(name), \(honorific)" : "\(honorific) \(name)"
  }

  private static let degrees: Set = ["phd", "md", "msc", "ma", "ba", "bsc", "mba", "llm", "llb", "esq", "peng", "ing"]

  var auditFields: [AuditField] {
    [
      AuditField("honorific", honorific), AuditField("name", name, isPersonal: true), AuditField("role", role),
      AuditField("organisation", organisation), AuditField("second role", secondRole),
      AuditField("second organisation", secondOrganisation), AuditField("public", .bool(isPublic)),
    ]
  }
}
