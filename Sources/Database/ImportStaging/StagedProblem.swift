/// What a feature found about a row that waits; a client puts it into words.
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
    /// Another row, `other`, means the same participant by other words.
    case samePerson = "same-person"
    /// Another participant has the address already.
    case emailTaken = "email-taken"
    case noName = "no-name"
    /// `other` is the most members that a team may have.
    case teamFull = "team-full"
    /// No such team; `other` is one that is called almost so.
    case teamUnknown = "team-unknown"
    /// No such team, and judging has begun, so that no file makes one any more.
    case teamTooLate = "team-too-late"
    /// Judging has ended, so that files add and change no teams and no submissions.
    case tooLate = "too-late"
    /// `other` is the team that the person is in.
    case inOtherTeam = "in-other-team"
    /// A member of two teams, who stays in `other`; the value is their address.
    case inTwoTeams = "in-two-teams"
    /// `other` was taken out of the team since the last import.
    case left
    /// The team withdrew or was disqualified.
    case teamNotActive = "team-not-active"
    /// The team has another captain, so that this one joins as a member.
    case secondCaptain = "second-captain"
    /// The team is new and its name is almost that of another new one, `other`.
    case almostKnown = "almost-known"
    /// The person asked to be erased and is left out.
    case erased
    /// The address is that of somebody who asked to be erased, so that this person is kept without it.
    case erasedEmail = "erased-email"
    /// The team was merged into `other`.
    case merged
    case trackUnknown = "track-unknown"
    /// Somebody, `other`, withdrew and stays so.
    case withdrawn
    /// The address of a person who ordered for several people is kept for the first only.
    case sharedEmail = "shared-email"
    /// Edited by hand since the last import; `other` is what is kept.
    case keptByHand = "kept"
    /// The schema refused it; `other` is the rule's name.
    case refused
  }
}
