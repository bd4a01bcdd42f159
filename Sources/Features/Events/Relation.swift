import Audit
import CanonicalJSON
public import Vocabulary

/// How an event stands to another edition.
public struct Relation: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The other edition follows this one.
    case followUp = "follow-up"
    case sister
    /// The other edition named this one as its follow-up; kept there, only shown here.
    case follows
  }

  /// The other edition.
  public enum Edition: Hashable, Sendable {
    /// An event of this database.
    case event(Slug)
    /// One that is not in this database, by its name.
    case named(String)

    /// The slug or the name.
    public var text: String {
      switch self {
      case .event(let slug): slug.text
      case .named(let name): name
      }
    }
  }

  public let kind: Kind
  public let other: Edition
  /// When the other edition is held, as precisely as it was said.
  public let when: FuzzyDate?

  public init(kind: Kind, other: Edition, when: FuzzyDate? = nil) {
    self.kind = kind
    self.other = other
    self.when = when
  }
}

extension Relation {
  var auditFields: [AuditField] {
    [
      AuditField("relation", kind.rawValue), AuditField("edition", other.text),
      AuditField("when", when?.description),
    ]
  }
}
