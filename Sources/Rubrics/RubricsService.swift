public import Audit
public import Competition
public import Postgres

/// Rubrics, whose versions are only ever added.
public struct RubricsService: Sendable {
  private let audit: AuditLog
  private let store = RubricStore()

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

  /// The newest version of a rubric; without a key, of the event's only one.
  public func newest(_ key: String?, of event: EventID, in snapshot: Snapshot) throws -> StoredRubric {
    let keys = try store.keys(of: event, in: snapshot)
    let wanted = key ?? (keys.count == 1 ? keys[0] : "")
    guard let rubric = try store.newest(wanted, of: event, in: snapshot) else {
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
    }
  }
}
