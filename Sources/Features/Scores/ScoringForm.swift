public import Vocabulary

/// The criteria by which a round's sheets are filled in.
public struct ScoringForm: Equatable, Sendable {
  public struct Question: Equatable, Sendable {
    /// What a number of points stands for.
    public struct Level: Equatable, Sendable {
      public let points: Points
      public let text: LocalizedText
    }

    public let id: CriterionID
    public let key: String
    public let title: LocalizedText
    public let description: LocalizedText
    public let weight: Points
    public let scale: ClosedRange<Points>
    /// Between two points next to each other, from the lowest on.
    public let step: Points
    /// Whether a sheet without it cannot be ready.
    public let isRequired: Bool
    /// From the fewest points to the most.
    public let levels: [Level]
  }

  public let round: RoundID
  public let roundKey: Slug
  public let rubric: RubricID
  public let rubricKey: Slug
  public let rubricVersion: Int
  public let questions: [Question]

  /// The criteria that a ready sheet needs and these points lack.
  public func missing(in points: [String: Points]) -> [String] {
    questions.filter { $0.isRequired && points[$0.key] == nil }.map(\.key)
  }

  /// Why these points cannot be given for a criterion; nil when they can.
  public func fault(of points: Points, for question: Question) -> ScoreError? {
    guard question.scale.contains(points) else {
      return .outOfRange(criterion: question.key, given: points, allowed: question.scale)
    }
    guard question.scale.has(points, inStepsOf: question.step) else {
      return .offStep(criterion: question.key, given: points, from: question.scale.lowerBound, step: question.step)
    }
    return nil
  }

  /// How much of the total a criterion counts, in whole percent.
  public func share(of question: Question) -> Int {
    let total = questions.reduce(0) { $0 + $1.weight.thousandths }
    return total == 0 ? 0 : Int((200 * question.weight.thousandths + total) / (2 * total))
  }
}
