public import Audit
import CanonicalJSON
public import Vocabulary

/// A pass of judging with one rubric.
public struct Round: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    case planned
    case open
    case closed
    case frozen
  }

  public enum Kind: String, CaseIterable, Sendable {
    case preliminary
    case final
  }

  /// Whom a round takes.
  public enum Entrants: Equatable, Sendable {
    case all
    /// The teams of a track.
    case track(String)
    /// The best of an earlier round, who are under embargo until the announcement.
    case finalists(of: String)
  }

  public let id: RoundID
  public let key: Slug
  public var rubric: RubricID
  public let state: State
  public var settings: Settings

  /// What organisers say of a round.
  public struct Settings: Equatable, Sendable {
    public var kind = Kind.preliminary
    public var entrants = Entrants.all
    /// The judges' codes in order; none takes all of the event.
    public var panel: [String] = []
    /// How many complete sheets without conflict a team needs before the round closes.
    public var minimumSheets = 1
    /// Whether what somebody enters for a judge waits for the eyes of somebody else.
    public var asksConfirmation = false
    /// How the round is ranked unless said otherwise; nil where the scores decide it.
    public var method: String?

    public init() {}
  }
}

extension Round: Audited {
  public static let auditNoun = "round"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [
      AuditField("rubric", Int(rubric.rawValue)), AuditField("kind", settings.kind.rawValue),
      AuditField("entrants", settings.entrants.description),
      AuditField("panel", settings.panel.isEmpty ? .null : .array(settings.panel.map(JSON.string))),
      AuditField("minimum of sheets", settings.minimumSheets),
      AuditField("asks confirmation", .bool(settings.asksConfirmation)), AuditField("method", settings.method),
    ]
  }
}

extension Round.Entrants: CustomStringConvertible {
  public var description: String {
    switch self {
    case .all: "all"
    case .track(let key): "track \(key)"
    case .finalists(let round): "finalists of \(round)"
    }
  }
}

/// A round with how far it has come.
public struct RoundDetails: Equatable, Sendable {
  public let round: Round
  public let rubricKey: String
  public let rubricVersion: Int
  public let teams: Int
  public let judges: Int
  public let assignments: Int
  public let readySheets: Int
  /// Whether any sheet was saved, draft or ready, so that the rubric's version stays.
  public let hasSheets: Bool
}
