public import Vocabulary

/// How many of the public's votes one source counted for a team.
public struct VoteCount: Equatable, Sendable {
  public let prize: Slug
  public let source: String
  public let team: String
  public let teamName: String
  public let votes: Int
}
