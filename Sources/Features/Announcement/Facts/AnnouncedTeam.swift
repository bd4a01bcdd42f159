public import Vocabulary

/// A team that is announced, with its project; never the people in it.
public struct AnnouncedTeam: Equatable, Sendable {
  public var key: String
  /// As the team writes it, in every language.
  public var name: String
  public var city = LocalizedText()
  /// One sentence on the team.
  public var about = LocalizedText()
  /// As the team writes it.
  public var affiliation: String?
  /// How many members it has, where somebody counted.
  public var members: Int?
  public var projectTitle = LocalizedText()
  /// What the project does.
  public var summary = LocalizedText()
  public var projectAddress: String?
  /// Whether it withdrew or was disqualified. No text and no JSON holds this: such a team is not announced.
  public var isInactive = false

  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}
