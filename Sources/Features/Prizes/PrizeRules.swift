public import Audit

/// What is declared about prizes before judging, so that nobody can know whom it favours.
public struct PrizeRules: Equatable, Sendable {
  /// What a tie does to the prizes of the ranks that it covers.
  public enum Ties: String, CaseIterable, Sendable {
    /// The teams share them: money in equal parts, what cannot be divided by a named person's decision.
    case pool
    /// Each team receives those of the best of the ranks in full, and those of the others are not given.
    case full
  }

  public var ties: Ties
  /// How many prizes one team may take, all that a rank receives being one; nil means any number.
  public var mostPerTeam: Int?

  public init(ties: Ties = .pool, mostPerTeam: Int? = nil) {
    self.ties = ties
    self.mostPerTeam = mostPerTeam
  }
}

extension PrizeRules: Audited {
  public static let auditNoun = "prize rules"
  public var auditKey: String { "rules" }
  public var auditFields: [AuditField] {
    [AuditField("ties", ties.rawValue), AuditField("most per team", mostPerTeam)]
  }
}
