/// What one judge gave one team: the unit of every ranking.
public struct ScoreSheet: Equatable, Sendable {
  /// The judge's and the team's position in the caller's lists.
  public let judge: Int
  public let team: Int
  /// Thousandths of a point for each criterion, in the order of the weights; nil where none was given.
  public let points: [Int64?]

  public init(judge: Int, team: Int, points: [Int64?]) {
    self.judge = judge
    self.team = team
    self.points = points
  }
}
