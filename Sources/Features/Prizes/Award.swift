public import Audit
public import Vocabulary

/// A prize, or a share of one, that a team receives, and what came of it.
public struct Award: Equatable, Sendable {
  public let prize: Slug
  public let team: String
  public let teamName: String
  /// The version of the result that it rests on.
  public let result: Int
  /// The team's share of the money; nil where there is none, or the amount is not known or not public.
  public let amount: Money?
  /// How many teams share the prize.
  public let shares: Int
  /// Why this team, where a person decided.
  public let reason: String?
  /// When the team said that it takes it.
  public let acceptedAt: Timestamp?
  public let deliveredAt: Timestamp?
  public let deliveryNote: String?
}

extension Award: Audited {
  public static let auditNoun = "award"
  public var auditKey: String { "\(prize) \(team)" }
  public var auditFields: [AuditField] {
    [
      AuditField("result", result), AuditField("amount", amount.map { Prize.Amount.known($0).description }),
      AuditField("shares", shares), AuditField("reason", reason), AuditField("accepted", acceptedAt?.description),
      AuditField("delivered", deliveredAt?.description), AuditField("note", deliveryNote),
    ]
  }
}

/// What the awards come to by the result as it stands, and how that differs from those that were made.
public struct AwardPlan: Equatable, Sendable {
  /// A team that receives something else than was noted before.
  public struct Change: Equatable, Sendable {
    public let prize: Slug
    public let team: String
  }

  /// The version of the result.
  public let result: Int
  /// Whether everybody may know it.
  public let isPublic: Bool
  public let allocation: PrizeAllocation
  public let added: [Change]
  public let withdrawn: [Change]
  /// The names of the teams by their keys.
  public let names: [String: String]
}
