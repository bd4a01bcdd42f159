public import Audit
import CanonicalJSON
public import Vocabulary

/// What judges score, as one version that never changes after its first score.
public struct Rubric: Equatable, Sendable {
  /// One question to the judges.
  public struct Criterion: Equatable, Sendable {
    public let key: Slug
    public let name: LocalizedText
    /// What judges look at, in a sentence or two.
    public var description = LocalizedText()
    /// How much it counts beside the others.
    public let weight: Points
    public let scale: ClosedRange<Points>
    /// Between two points next to each other, from the lowest on; a thousandth lets judges give any points.
    public var step = Points(thousandths: 1)
    /// Whether a sheet without it cannot be ready.
    public var isRequired = true
    /// What some points mean, from the fewest on.
    public var levels: [Level] = []

    public init(key: Slug, name: LocalizedText, weight: Points, scale: ClosedRange<Points>) {
      self.key = key
      self.name = name
      self.weight = weight
      self.scale = scale
    }
  }

  /// What so many points mean.
  public struct Level: Equatable, Sendable {
    public let points: Points
    public let text: LocalizedText

    public init(points: Points, text: LocalizedText) {
      self.points = points
      self.text = text
    }
  }

  public let key: Slug
  public var criteria: [Criterion]

  public init(key: Slug, criteria: [Criterion]) {
    self.key = key
    self.criteria = criteria
  }
}

/// A rubric as it stands in the database.
public struct StoredRubric: Equatable, Sendable {
  public let id: RubricID
  public let rubric: Rubric
  /// Counts the versions of the key, from 1.
  public let version: Int
}

extension StoredRubric: Audited {
  public static let auditNoun = "rubric"
  public var auditKey: String { "\(rubric.key.text) version \(version)" }
  public var auditFields: [AuditField] {
    rubric.criteria.map { criterion in
      AuditField(
        criterion.key.text,
        [
          "name": criterion.name.json, "description": criterion.description.json,
          "weight": .string(criterion.weight.description), "from": .string(criterion.scale.lowerBound.description),
          "to": .string(criterion.scale.upperBound.description), "step": .string(criterion.step.description),
          "required": .bool(criterion.isRequired),
          "levels": .object(criterion.levels.map { JSON.Member($0.points.description, $0.text.json) }),
        ])
    }
  }
}
