public import Audit
public import Postgres
public import Vocabulary

/// Rubrics, whose versions are only ever added.
public struct RubricsService: Sendable {
  let audit: AuditLog
  let store = RubricStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds a rubric, or a new version where it differs from the newest.
  public func set(_ rubric: Rubric, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try check(rubric)
    let newest = try store.newest(rubric.key.text, of: event, in: unit)
    guard newest?.rubric != rubric else { return .unchanged }
    let version = (newest?.version ?? 0) + 1
    let id = try store.insert(rubric, version: version, of: event, in: unit)
    try audit.created(StoredRubric(id: id, rubric: rubric, version: version), of: event, in: unit)
    return newest == nil ? .created : .updated
  }

  /// The newest version of a rubric, or the one of that number; without a key, of the event's only one.
  public func newest(
    _ key: String?, version: Int? = nil, of event: EventID, in snapshot: Snapshot
  ) throws -> StoredRubric {
    let keys = try store.keys(of: event, in: snapshot)
    if key == nil && keys.count > 1 { throw RubricError.severalRubrics(keys) }
    let wanted = key ?? keys.first ?? "main"
    guard let rubric = try store.newest(wanted, version: version, of: event, in: snapshot) else {
      if let version, let newest = try store.newest(wanted, of: event, in: snapshot) {
        throw RubricError.unknownVersion(version, of: wanted, newest: newest.version)
      }
      throw RubricError.unknownRubric(wanted, nearest: nearest(to: wanted, among: keys))
    }
    return rubric
  }

  private func check(_ rubric: Rubric) throws(RubricError) {
    guard !rubric.criteria.isEmpty else { throw .noCriteria(rubric.key) }
    var seen: Set<Slug> = []
    for criterion in rubric.criteria {
      guard criterion.weight.thousandths > 0 else {
        throw .weightNotPositive(criterion: criterion.key.text, criterion.weight)
      }
      guard seen.insert(criterion.key).inserted else { throw .criterionTwice(criterion.key.text) }
      try checkScale(of: criterion)
    }
  }

  private func checkScale(of criterion: Rubric.Criterion) throws(RubricError) {
    let (scale, step) = (criterion.scale, criterion.step)
    guard step.thousandths > 0, scale.has(scale.upperBound, inStepsOf: step) else {
      throw .stepsMissTheEnd(criterion: criterion.key.text, scale, step: step)
    }
    for (position, level) in criterion.levels.enumerated() {
      guard scale.has(level.points, inStepsOf: step) else {
        throw .levelOffScale(criterion: criterion.key.text, level.points)
      }
      guard position == 0 || criterion.levels[position - 1].points < level.points else {
        throw .levelTwice(criterion: criterion.key.text, level.points)
      }
    }
  }
}
