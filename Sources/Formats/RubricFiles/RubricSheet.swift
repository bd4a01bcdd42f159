public import Vocabulary

/// A rubric as a file has it.
public struct RubricSheet: Equatable, Sendable {
  /// One question to the judges.
  public struct Criterion: Equatable, Sendable {
    public var key: Slug
    public var title: LocalizedText
    public var description: LocalizedText
    public var weight: Points
    public var scale: ClosedRange<Points>
    /// Between two points next to each other, from the lowest on.
    public var step: Points
    public var isRequired: Bool
    /// What some points mean, from the fewest on.
    public var levels: [Level]

    public init(
      key: Slug, title: LocalizedText, description: LocalizedText = LocalizedText(), weight: Points,
      scale: ClosedRange<Points>, step: Points, isRequired: Bool = true, levels: [Level] = []
    ) {
      self.key = key
      self.title = title
      self.description = description
      self.weight = weight
      self.scale = scale
      self.step = step
      self.isRequired = isRequired
      self.levels = levels
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

  /// The rubric's name for commands; nil where the file leaves it to the import.
  public var key: Slug?
  public var criteria: [Criterion]

  public init(key: Slug?, criteria: [Criterion]) {
    self.key = key
    self.criteria = criteria
  }
}
