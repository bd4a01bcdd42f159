public import Vocabulary

/// One thing that a team has to meet to be ranked.
public struct EligibilityPoint: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Equatable, Sendable {
    /// A version of its submission is judged: in time, or accepted late.
    case submitted
    /// It has as many members as the event allows.
    case members
    /// Each member confirmed to have done the work.
    case confirmed
    /// The judged version has a link to the project.
    case projectLink = "project-link"
    /// An organiser finds it, by what the point says in words.
    case stated
  }

  public var key: Slug
  public var kind: Kind
  public var text: LocalizedText

  public init(key: Slug, kind: Kind, text: LocalizedText = LocalizedText()) {
    self.key = key
    self.kind = kind
    self.text = text
  }
}

/// What is known of one point of one team.
public struct TeamPoint: Equatable, Sendable {
  public struct Finding: Equatable, Sendable {
    public let reason: String
    public let by: String
    public let at: Timestamp
  }

  public let team: String
  public let key: String
  public let kind: EligibilityPoint.Kind
  public let text: LocalizedText
  /// What is missing; nil where the point is met.
  public let obstacle: String?
  /// Who found it, for a stated point.
  public let finding: Finding?
  /// Whether an organiser let the team be ranked whatever it meets.
  public let isAllowed: Bool
}
