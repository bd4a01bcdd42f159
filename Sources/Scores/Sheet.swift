public import Competition

/// What one judge gave one team, by the key of the criterion.
public struct Sheet: Equatable, Sendable {
  public enum Status: String, Sendable {
    case draft
    /// Only ready sheets are ranked.
    case ready
  }

  public let judge: String
  public let team: String
  public var points: [String: Points]
  public var status: Status

  public init(judge: String, team: String, points: [String: Points], status: Status) {
    self.judge = judge
    self.team = team
    self.points = points
    self.status = status
  }
}

/// A sheet as it stands in the database.
public struct StoredSheet: Equatable, Sendable {
  public let sheet: Sheet
  /// Counts the saves, from 1.
  public let revision: Int
}

/// The criteria by which a round's sheets are filled in.
public struct ScoringForm: Equatable, Sendable {
  public struct Question: Equatable, Sendable {
    public let id: CriterionID
    public let key: String
    public let scale: ClosedRange<Points>
    /// Between two points next to each other, from the lowest on.
    public let step: Points
    /// Whether a sheet without it cannot be ready.
    public let isRequired: Bool
  }

  public let round: RoundID
  public let rubric: RubricID
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
}
