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

/// What a winner still owes before the prize can be called theirs.
public struct AwardDoubt: Equatable, Sendable {
  public enum Matter: Equatable, Sendable {
    case outOfTheEvent
    /// How many of the team's members confirmed.
    case unconfirmed(Int, of: Int)
    /// Nobody is known to be in the team.
    case noMembers
    case notAccepted(Slug)
    /// A prize that is due to teams who cannot share it.
    case undecided(Slug, left: Int)
    /// A special award that nobody received.
    case specialAwardLeft(Slug, Int)
    /// The prizes were awarded by a version that is not the one to announce.
    case older(Int, than: Int)
    case nothingAwarded
    /// A prize that nobody receives: nobody voted, nobody is in the track, or everybody declined.
    case nobody(Slug)
    /// So many awards differ from what the result, the votes and the refusals say now.
    case outdated(Int)
  }

  /// The team's key; nil for what concerns no team.
  public let team: String?
  public let matter: Matter

  /// Whether it has to be settled before the announcement.
  public var isBlocking: Bool {
    switch matter {
    case .outOfTheEvent, .undecided, .older, .nothingAwarded, .outdated: true
    case .unconfirmed, .noMembers, .notAccepted, .specialAwardLeft, .nobody: false
    }
  }
}

extension AwardDoubt {
  /// A sentence without its full stop.
  public var what: String {
    let team = quoted(team ?? "")
    return switch matter {
    case .outOfTheEvent: "team \(team) has a prize, but takes no part any more"
    case .unconfirmed(let count, let all): "\(count) of \(all) members of \(team) confirmed"
    case .noMembers: "nobody is known to be a member of \(team)"
    case .notAccepted(let prize): "team \(team) has not said that it takes prize \(quoted(prize.text))"
    case .undecided(let prize, let left):
      "prize \(quoted(prize.text)) waits for a decision" + (left > 1 ? ": \(left) are left" : "")
    case .specialAwardLeft(let prize, let left):
      "of special award \(quoted(prize.text)), \(left) \(left == 1 ? "is" : "are") still to be given"
    case .older(let old, let new): "the prizes were awarded by result \(old), but result \(new) is to be announced"
    case .nobody(let prize): "nobody receives prize \(quoted(prize.text))"
    case .nothingAwarded: "no prize was awarded yet"
    case .outdated(let count):
      "\(count == 1 ? "1 award is" : "\(count) awards are") not what the result, the votes and the teams' answers say now"
    }
  }

  /// The command that settles it.
  public var command: String {
    let team = team ?? "TEAM"
    return switch matter {
    case .outOfTheEvent: "datajam result compute"
    case .unconfirmed: "datajam prize confirm \(team)"
    case .noMembers: "datajam team member add \(team) PARTICIPANT"
    case .notAccepted(let prize): "datajam prize accept \(prize) \(team)"
    case .undecided(let prize, _), .specialAwardLeft(let prize, _): "datajam prize award \(prize) TEAM --reason TEXT"
    case .nobody: "datajam prize award --dry-run"
    case .older, .nothingAwarded, .outdated: "datajam prize award"
    }
  }
}
