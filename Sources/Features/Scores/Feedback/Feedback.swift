public import Vocabulary

/// What a team is told of how one round judged it; never who said it.
public struct Feedback: Equatable, Sendable {
  /// A criterion's mean over the ready sheets, rounded to thousandths.
  public struct Score: Equatable, Sendable {
    public let criterion: LocalizedText
    public let mean: Points
    public let maximum: Points
  }

  public let team: String
  public let teamName: String
  public let round: String
  /// How many judges scored the team.
  public let sheets: Int
  /// In the rubric's order; empty where the event shares no scores.
  public let scores: [Score]
  /// In an order that tells nothing of the judges.
  public let comments: [String]
}
