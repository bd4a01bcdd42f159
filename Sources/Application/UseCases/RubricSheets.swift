public import RubricFiles
public import Rubrics
public import Vocabulary

extension Rubric {
  /// The rubric that a file has.
  /// - Parameter key: The key that it gets where that is said; otherwise the file's own, or "main".
  public init(_ sheet: RubricSheet, as key: Slug?) throws {
    self.init(
      key: try key ?? sheet.key ?? Slug("main"),
      criteria: sheet.criteria.map { entry in
        var criterion = Criterion(key: entry.key, name: entry.title, weight: entry.weight, scale: entry.scale)
        criterion.description = entry.description
        criterion.step = entry.step
        criterion.isRequired = entry.isRequired
        criterion.levels = entry.levels.map { Level(points: $0.points, text: $0.text) }
        return criterion
      })
  }
}

extension RubricSheet {
  /// The rubric as a file has it.
  public init(_ rubric: Rubric) {
    self.init(
      key: rubric.key,
      criteria: rubric.criteria.map { criterion in
        Criterion(
          key: criterion.key, title: criterion.name, description: criterion.description, weight: criterion.weight,
          scale: criterion.scale, step: criterion.step, isRequired: criterion.isRequired,
          levels: criterion.levels.map { Level(points: $0.points, text: $0.text) })
      })
  }
}
