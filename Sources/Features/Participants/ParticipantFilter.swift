public import Vocabulary

/// Which participants a list shows.
public struct ParticipantFilter: Equatable, Sendable {
  /// The key of the team that they are in.
  public var team: String?
  public var country: CountryCode?
  /// Only those who withdrew.
  public var isWithdrawn = false
  /// Only those who take part and are in no team.
  public var isWithoutTeam = false

  public init() {}

  func takes(_ registration: Registration) -> Bool {
    (team == nil || registration.team == team)
      && (country == nil || registration.participant.country == country)
      && (!isWithdrawn || registration.withdrawnAt != nil)
      && (!isWithoutTeam || (registration.team == nil && registration.withdrawnAt == nil))
  }
}
