/// What somebody says about the columns of a table of scores, where the table does not say it.
public struct ScoreTableSettings: Equatable, Sendable {
  /// What the columns of scores stand for.
  public enum Across: String, CaseIterable, Sendable {
    case criteria
    case judges
    case teams
  }

  /// A cell by which no score was given.
  public enum NotJudged: String, CaseIterable, Sendable {
    case blank
    case zero = "0"
  }

  /// The name of the column that names the judge.
  public var judge: String?
  /// The name of the column that names the team.
  public var team: String?
  /// The names of the columns of scores; none where the table has to tell.
  public var scores: [String] = []
  public var across: Across?
  public var notJudged: Set<NotJudged> = []
  /// Whether the last of several answers by one judge on one team counts; without it they are refused.
  public var lastCounts = false

  public init() {}

  /// Whether the table itself has to tell what its columns are.
  var namesNoColumn: Bool { judge == nil && team == nil && scores.isEmpty && across == nil }
}
