/// One score: what one judge gave one team on one criterion.
public struct Rating: Hashable, Sendable {
  /// The judge's, the team's and the criterion's position in the caller's lists.
  public let judge: Int
  public let team: Int
  public let criterion: Int
  /// The score in units of the last decimal (`ScoreBook.decimals`): 75 is 7.5 where there is one.
  public let points: Int64

  public init(judge: Int, team: Int, criterion: Int, points: Int64) {
    self.judge = judge
    self.team = team
    self.criterion = criterion
    self.points = points
  }
}
