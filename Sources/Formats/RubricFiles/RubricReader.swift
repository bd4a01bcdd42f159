import Vocabulary
import Yams

/// Turns the value of a YAML file into a rubric.
struct RubricReader {
  let document: YAMLDocument

  /// Points where a criterion says no step: halves.
  static let usualStep = Points(thousandths: 500)

  func sheet() throws(RubricFileError) -> RubricSheet {
    let fields = try fields(of: document.root, "a rubric", known: ["rubric", "criteria"])
    let key: Slug? = if let node = fields["rubric"] { try slug(node) } else { nil }
    guard let list = fields["criteria"] else {
      throw document.fault(document.root, "The rubric has no \"criteria\".")
    }
    var criteria: [RubricSheet.Criterion] = []
    for node in try elements(list, "criteria") {
      let criterion = try criterion(node)
      guard !criteria.contains(where: { $0.key == criterion.key }) else {
        throw document.fault(node, "The criterion \(quoted(criterion.key.text)) stands twice in the rubric.")
      }
      criteria.append(criterion)
    }
    guard !criteria.isEmpty else { throw document.fault(list, "The rubric has no criteria.") }
    return RubricSheet(key: key, criteria: criteria)
  }

  private func criterion(_ node: Node) throws(RubricFileError) -> RubricSheet.Criterion {
    let fields = try fields(
      of: node, "a criterion", known: ["key", "title", "description", "weight", "scale", "required", "levels"])
    let (scale, step) = try scale(required("scale", of: fields, node))
    var criterion = RubricSheet.Criterion(
      key: try slug(required("key", of: fields, node)), title: try localised(required("title", of: fields, node)),
      weight: try weight(required("weight", of: fields, node)), scale: scale, step: step)
    if let text = fields["description"] { criterion.description = try localised(text) }
    if let flag = fields["required"] { criterion.isRequired = try bool(flag) }
    if let levels = fields["levels"] { criterion.levels = try self.levels(levels, on: scale, step) }
    return criterion
  }

  private func weight(_ node: Node) throws(RubricFileError) -> Points {
    let weight = try points(node)
    guard weight.thousandths > 0 else {
      throw document.fault(node, "The weight has to be above 0, but \(weight) was given.")
    }
    return weight
  }

  private func scale(_ node: Node) throws(RubricFileError) -> (ClosedRange<Points>, step: Points) {
    let fields = try fields(of: node, "a scale", known: ["minimum", "maximum", "step"])
    let minimum = try points(required("minimum", of: fields, node))
    let maximum = try points(required("maximum", of: fields, node))
    guard minimum < maximum else {
      throw document.fault(node, "The scale ends at \(maximum), which is not above its start, \(minimum).")
    }
    let step = if let step = fields["step"] { try points(step) } else { Self.usualStep }
    guard step.thousandths > 0, (maximum.thousandths - minimum.thousandths) % step.thousandths == 0 else {
      throw document.fault(
        fields["step"] ?? node, "Steps of \(step) do not lead from \(minimum) to \(maximum).",
        hint: "Give a \"step\" that goes into \(maximum) - \(minimum) without a rest.")
    }
    return (minimum...maximum, step)
  }

  /// The levels from the fewest points on.
  private func levels(
    _ node: Node, on scale: ClosedRange<Points>, _ step: Points
  ) throws(RubricFileError) -> [RubricSheet.Level] {
    guard let mapping = node.mapping else {
      throw document.fault(node, "Levels are points with what they mean, such as 0: {en: no use}.")
    }
    var levels: [RubricSheet.Level] = []
    for (key, value) in mapping {
      let points = try points(key)
      guard scale.contains(points), (points.thousandths - scale.lowerBound.thousandths) % step.thousandths == 0 else {
        throw document.fault(
          key,
          "\(quoted(points.description)) is not on the scale, which goes from \(scale.lowerBound) to \(scale.upperBound) in steps of \(step)."
        )
      }
      guard !levels.contains(where: { $0.points == points }) else {
        throw document.fault(key, "\(quoted(points.description)) stands twice.")
      }
      levels.append(.init(points: points, text: try localised(value)))
    }
    return levels.sorted { $0.points < $1.points }
  }
}
