/// What a feature found about a row that waits; a door puts it into words.
public struct StagedProblem: Equatable, Sendable {
  public let row: Int
  public let line: Int
  /// The field, as `DraftField.column` names it; nil for the whole row.
  public let field: String?
  public let value: String?
  public let code: Code
  /// What the value stands against: another row, a team, a number.
  public let other: String?
  /// Whether the row is taken nevertheless.
  public let isRemark: Bool

  public enum Code: String, CaseIterable, Sendable {
    /// Another row of the file has the same key; `other` is that row.
    case sameKey = "same-key"
    case sameEmail = "same-email"
    case sameRole = "same-role"
    case sameTeam = "same-team"
    /// Another participant has the address already.
    case emailTaken = "email-taken"
    case noName = "no-name"
    /// `other` is the most members that a team may have.
    case teamFull = "team-full"
    /// No such team, and it is too late to make one.
    case teamUnknown = "team-unknown"
    /// `other` is the team that the person is in.
    case inOtherTeam = "in-other-team"
    /// The team withdrew or was disqualified.
    case teamIsOut = "team-is-out"
    case secondCaptain = "second-captain"
    /// The team is new and its name is almost that of `other`.
    case almostKnown = "almost-known"
    /// The person was erased and cannot come back under the same key.
    case erased
    case trackUnknown = "track-unknown"
    /// Somebody withdrew and stays so.
    case withdrawn
    /// The address of whoever ordered for several people is kept for the first only.
    case sharedEmail = "shared-email"
    /// Edited by hand since the last import; `other` is what is kept.
    case keptByHand = "kept"
    /// The schema refused it; `other` is the rule's name.
    case refused
  }
}
