import CanonicalJSON
import Postgres
import Vocabulary

/// All SQL about the criteria of a round.
struct FormStore {
  func form(of round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> ScoringForm {
    let head = try snapshot.row(
      """
      SELECT r.key, r.rubric_id, b.key AS rubric, b.version
      FROM round AS r JOIN rubric AS b USING (event_id, rubric_id)
      WHERE r.event_id = \(event) AND r.round_id = \(round)
      """)
    guard let head else { throw ScoreError.roundNotOpen }
    let rubric: RubricID = try head["rubric_id"]
    let levels = try levels(of: rubric, event, in: snapshot)
    let questions = try snapshot.rows(
      """
      SELECT criterion_id, key, name, description, weight, minimum, maximum, step, is_required
      FROM criterion WHERE event_id = \(event) AND rubric_id = \(rubric)
      ORDER BY position
      """
    ).map { row in
      let (minimum, maximum): (Points, Points) = try (row["minimum"], row["maximum"])
      let id: CriterionID = try row["criterion_id"]
      return try ScoringForm.Question(
        id: id, key: row["key"], title: row["name"], description: row["description"], weight: row["weight"],
        scale: minimum...maximum, step: row["step"], isRequired: row["is_required"], levels: levels[id] ?? [])
    }
    return try ScoringForm(
      round: round, roundKey: head["key"], rubric: rubric, rubricKey: head["rubric"], rubricVersion: head["version"],
      questions: questions)
  }

  private func levels(
    of rubric: RubricID, _ event: EventID, in snapshot: Snapshot
  ) throws -> [CriterionID: [ScoringForm.Question.Level]] {
    try snapshot.rows(
      """
      SELECT criterion_id, points, text FROM criterion_level
      WHERE event_id = \(event) AND rubric_id = \(rubric)
      ORDER BY criterion_id, points
      """
    ).reduce(into: [:]) { levels, row in
      levels[try row["criterion_id"], default: []].append(
        try ScoringForm.Question.Level(points: row["points"], text: row["text"]))
    }
  }
}
