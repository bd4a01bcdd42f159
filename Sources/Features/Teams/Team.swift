public import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// A team of an event.
public struct Team: Equatable, Sendable {
  public let key: Slug
  /// As the team writes it, the same in every language.
  public var name: String
  public var city = LocalizedText()
  /// ISO 3166-1 alpha-2.
  public var country: CountryCode?
  /// One sentence on the team for the announcement.
  public var about = LocalizedText()
  /// As the team writes it.
  public var affiliation: String?
  /// The key of its track.
  public var track: String?
  /// Where judges find it.
  public var place = TeamPlace()

  public init(key: Slug, name: String) {
    self.key = key
    self.name = name
  }
}

extension Team: Audited {
  public static let auditNoun = "team"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [
      AuditField("name", name), AuditField("city", city.json), AuditField("country", country?.text),
      AuditField("about", about.json), AuditField("affiliation", affiliation), AuditField("track", track),
      AuditField("table", place.table), AuditField("room", place.room),
    ]
  }
}

/// A team as it is kept, with its number.
struct StoredTeam: Equatable {
  let id: TeamID
  let team: Team
  let status: TeamStatus
  let reason: String?
  var key: String { team.key.text }
}

/// Whether a team is active.
public enum TeamStatus: String, CaseIterable, Sendable {
  case active
  case withdrawn
  case disqualified
}

extension TeamStatus: SQLEncodable, SQLDecodable {}
