/// How many take part, and from where.
public struct ParticipantStatistics: Equatable, Sendable {
  public struct Totals: Equatable, Sendable {
    public let registered: Int
    public let checkedIn: Int
    public let withdrawn: Int
    public let inTeam: Int
  }

  public let totals: Totals
  /// By ISO 3166-1 alpha-2 code, of those who did not withdraw.
  public let countries: DisclosedGroups
  /// By ISO 639 code, of those who did not withdraw; who speaks two counts in both.
  public let languages: DisclosedGroups
}
