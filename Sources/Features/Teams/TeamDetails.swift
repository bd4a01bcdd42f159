import Vocabulary

/// A team with its members, the captain first.
public struct TeamDetails: Equatable, Sendable {
  /// Somebody in the team.
  public struct Member: Equatable, Sendable {
    public let key: String
    public let name: String
    public let isCaptain: Bool
  }

  public let team: Team
  public let members: [Member]
  public let status: TeamStatus
  /// Why the team is not active, where somebody said so.
  public let reason: String?
  /// How many people another system counts in the team.
  public let declaredSize: Int?
  /// Whether there is a code by which participants join.
  public let hasCode: Bool
  /// How many invitations can still be accepted.
  public let invitations: Int
}

/// Which teams a list shows.
public struct TeamFilter: Equatable, Sendable {
  /// The city's name in any language, compared without case and accents.
  public var city: String?
  /// The key of a track.
  public var track: String?
  public var status: TeamStatus?

  public init() {}

  func takes(_ entry: TeamDetails) -> Bool {
    let cities = entry.team.city.languages.compactMap { entry.team.city[$0].map { FoldedName($0) } }
    return (city.map { cities.contains(FoldedName($0)) } ?? true) && (track == nil || entry.team.track == track)
      && (status == nil || entry.status == status)
  }
}
