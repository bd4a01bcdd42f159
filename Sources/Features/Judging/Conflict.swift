import Audit

/// Why a judge should not judge a team.
public struct Conflict: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Somebody said so.
    case declared
    /// Both belong to one organisation.
    case organisation
    /// Both write from the same domain, which is no public provider's.
    case domain
    /// The judge advised the team as a mentor.
    case mentored
    /// The judge is in the team.
    case member
  }

  public let judge: String
  public let team: String
  public let kind: Kind
  public let reason: String
  /// Somebody said it, so it stays when it is no longer found.
  public let isPinned: Bool
  /// The organisers who overrode this conflict, with their reasons.
  public let overrides: [Override]
  /// The organisers who waived the domain or organisation that made it, with their reasons.
  public let waivers: [Override]
  /// Whether the judge is to score the team in some round.
  public let isAssigned: Bool

  /// Whether it keeps the judge from the team.
  public let isOpen: Bool

  /// Whether two organisers waived what it was found by.
  public var isWaived: Bool { !isOpen && overrides.count < Self.overridesNeeded }

  /// How many organisers have to override or waive a conflict; the schema's `overrides_needed` decides, and this is for words.
  public static let overridesNeeded = 2

  public struct Override: Equatable, Sendable {
    public let organiser: String
    public let reason: String
  }
}

/// What speaks for a conflict, found or no longer found.
struct ConflictEvidence: Hashable {
  let judge: String
  let team: String
  let kind: Conflict.Kind
  let reason: String

  var auditKey: String { "\(judge) \(team)" }
  var auditFields: [AuditField] {
    [AuditField("kind", kind.rawValue), AuditField("reason", reason, isPersonal: true)]
  }
}
