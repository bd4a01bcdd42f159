import Postgres
import Vocabulary

/// All SQL about rubrics.
struct RubricStore {
  func keys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT DISTINCT key FROM rubric WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  /// The newest version, or the one of that number.
  func newest(
    _ key: String, version: Int? = nil, of event: EventID, in snapshot: Snapshot
  ) throws -> StoredRubric? {
    let head = try snapshot.row(
      """
      SELECT rubric_id, key, version FROM rubric
      WHERE event_id = \(event) AND key = \(key) AND (\(version)::bigint IS NULL OR version = \(version))
      ORDER BY version DESC LIMIT 1
      """)
    guard let head else { return nil }
    let id: RubricID = try head["rubric_id"]
    let levels = try levels(of: id, event, in: snapshot)
    let criteria = try snapshot.rows(
      """
      SELECT criterion_id, key, name, description, weight, minimum, maximum, step, is_required FROM criterion
      WHERE event_id = \(event) AND rubric_id = \(id)
      ORDER BY position
      """
    ).map { row in
      let (minimum, maximum): (Points, Points) = try (row["minimum"], row["maximum"])
      var criterion = try Rubric.Criterion(
        key: row["key"], name: row["name"], weight: row["weight"], scale: minimum...maximum)
      criterion.description = try row["description"]
      criterion.step = try row["step"]
      criterion.isRequired = try row["is_required"]
      criterion.levels = levels[try row["criterion_id"]] ?? []
      return criterion
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
      let number: CriterionID = try unit.inserted(
        """
        INSERT INTO criterion (
          event_id, rubric_id, key, position, name, description, weight, minimum, maximum, step, is_required)
        VALUES (
          \(event), \(id), \(criterion.key), \(position + 1), \(criterion.name), \(criterion.description),
          \(criterion.weight), \(criterion.scale.lowerBound), \(criterion.scale.upperBound), \(criterion.step),
          \(criterion.isRequired))
        RETURNING criterion_id
        """)
      try unit.pipeline(
        criterion.levels.map { level in
          """
          INSERT INTO criterion_level (event_id, rubric_id, criterion_id, points, text)
          VALUES (\(event), \(id), \(number), \(level.points), \(level.text))
          """
        })
    }
    return id
  }

  /// Takes a version away with its criteria; nobody can begin a round or a sheet by it meanwhile.
  func delete(_ rubric: RubricID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      try unit.execute("SELECT FROM rubric WHERE event_id = \(event) AND rubric_id = \(rubric) FOR UPDATE")
      for table in ["criterion_level", "criterion", "rubric"] {
        try unit.execute("DELETE FROM \(identifier: table) WHERE event_id = \(event) AND rubric_id = \(rubric)")
      }
    }
  }

  /// The languages in which the event publishes.
  func languages(of event: EventID, in snapshot: Snapshot) throws -> [Language] {
    let codes: String? = try snapshot.value(
      "SELECT array_to_string(languages, ' ') FROM event WHERE event_id = \(event)")
    return (codes ?? "").split(separator: " ").compactMap { Language(rawValue: String($0)) }
  }

  private func levels(
    of rubric: RubricID, _ event: EventID, in snapshot: Snapshot
  ) throws -> [CriterionID: [Rubric.Level]] {
    try snapshot.rows(
      """
      SELECT criterion_id, points, text FROM criterion_level
      WHERE event_id = \(event) AND rubric_id = \(rubric)
      ORDER BY points
      """
    ).reduce(into: [:]) { levels, row in
      levels[try row["criterion_id"], default: []].append(
        try Rubric.Level(points: row["points"], text: row["text"]))
    }
  }
}
