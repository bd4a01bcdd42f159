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
  }

  public let round: RoundID
  public let rubric: RubricID
  public let questions: [Question]
}
