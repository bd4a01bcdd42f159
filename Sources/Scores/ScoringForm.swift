public import Competition

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
    /// Points are the minimum and a multiple of this.
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

  /// How much of the total a criterion counts, in whole percent.
  public func share(of question: Question) -> Int {
    let total = questions.reduce(0) { $0 + $1.weight.thousandths }
    return total == 0 ? 0 : Int((200 * question.weight.thousandths + total) / (2 * total))
  }
}
