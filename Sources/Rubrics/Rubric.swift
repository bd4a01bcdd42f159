public import Audit
import CanonicalJSON
public import Competition

/// What judges score, as one version that never changes after its first score.
public struct Rubric: Equatable, Sendable {
  /// One question to the judges.
  public struct Criterion: Equatable, Sendable {
    public let key: Slug
    public let name: LocalizedText
    /// How much it counts beside the others.
    public let weight: Points
    public let scale: ClosedRange<Points>

    public init(key: Slug, name: LocalizedText, weight: Points, scale: ClosedRange<Points>) {
      self.key = key
      self.name = name
      self.weight = weight
      self.scale = scale
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
          "name": criterion.name.json, "weight": .string(criterion.weight.description),
          "from": .string(criterion.scale.lowerBound.description),
          "to": .string(criterion.scale.upperBound.description),
        ])
    }
  }
}
