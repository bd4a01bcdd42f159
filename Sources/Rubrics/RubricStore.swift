import Competition
import Postgres

/// All SQL about rubrics.
struct RubricStore {
  func keys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT DISTINCT key FROM rubric WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func newest(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> StoredRubric? {
    let head = try snapshot.row(
      """
      SELECT rubric_id, key, version FROM rubric
      WHERE event_id = \(event) AND key = \(key)
      ORDER BY version DESC LIMIT 1
      """)
    guard let head else { return nil }
    let id: RubricID = try head["rubric_id"]
    let criteria = try snapshot.rows(
      """
      SELECT key, name, weight, minimum, maximum FROM criterion
      WHERE event_id = \(event) AND rubric_id = \(id)
      ORDER BY position
      """
    ).map { row in
      let (minimum, maximum): (Points, Points) = try (row["minimum"], row["maximum"])
      return try Rubric.Criterion(
        key: row["key"], name: row["name"], weight: row["weight"], scale: minimum...maximum)
    }
    return try StoredRubric(id: id, rubric: Rubric(key: head["key"], criteria: criteria), version: head["version"])
  }

  func insert(_ rubric: Rubric, version: Int, of event: EventID, in unit: UnitOfWork) throws -> RubricID {
    let id: RubricID = try unit.inserted(
      """
      INSERT INTO rubric (event_id, key, version) VALUES (\(event), \(rubric.key), \(version))
      RETURNING rubric_id
      """)
    for (position, criterion) in rubric.criteria.enumerated() {
      try unit.execute(
        """
        INSERT INTO criterion (event_id, rubric_id, key, position, name, weight, minimum, maximum)
        VALUES (
          \(event), \(id), \(criterion.key), \(position + 1), \(criterion.name), \(criterion.weight),
          \(criterion.scale.lowerBound), \(criterion.scale.upperBound))
        """)
    }
    return id
  }
}
