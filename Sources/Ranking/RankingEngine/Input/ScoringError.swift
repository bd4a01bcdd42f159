/// Why scores cannot be ranked as asked.
public enum ScoringError: Error, Equatable {
  /// A weight is not above 0 or above 10^15, or there is no criterion at all.
  case unusableWeights
  /// A rating names a judge, team or criterion that is not there; `index` is its place in the caller's ratings.
  case unknownPosition(index: Int)
  /// The points of a rating are beyond 10^18; `index` is its place in the caller's ratings.
  case tooLarge(index: Int)
  /// The points of a rating are outside the criterion's range; `index` is its place in the caller's ratings.
  case outOfRange(index: Int)
  /// There are not as many ranges as criteria, one is empty, or they have no common multiple up to 10^18.
  case unusableRanges
  /// A judge scored a team twice on the same criterion.
  case ratedTwice(judge: Int, team: Int, criterion: Int)
  /// There is no rating at all.
  case noRatings
  /// There are not as many rooms as teams, or a room's number is below 0.
  case unusableRooms
  /// The method needs what these scores do not have.
  case unmetPrecondition(Precondition)
  /// The method, or the probabilities, would take more than a computer has.
  case beyond(RankingLimit)

  /// What a method cannot do without.
  public enum Precondition: Equatable, Sendable {
    /// Judges' own averages and orders say nothing about them when there is only one team.
    case twoTeams
    /// No judge scored two teams, so that no two teams were ever compared.
    case comparisons
  }
}
