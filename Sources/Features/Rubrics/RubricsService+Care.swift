public import Postgres
public import Vocabulary

/// Rubrics that are looked over, and taken from another event.
extension RubricsService {
  /// What is doubtful in the newest version of a rubric.
  public func findings(
    in key: String?, of event: EventID, _ snapshot: Snapshot
  ) throws -> (rubric: StoredRubric, findings: [RubricFinding]) {
    let stored = try newest(key, of: event, in: snapshot)
    let languages = try store.languages(of: event, in: snapshot)
    return (stored, RubricFinding.all(in: stored.rubric, languages: languages))
  }

  /// Takes the newest version of another event's rubric.
  /// - Parameter name: The key that it gets here; its own unless given.
  public func copy(
    _ key: String?, from other: EventID, as name: Slug?, to event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, rubric: StoredRubric) {
    let original = try newest(key, of: other, in: unit).rubric
    let rubric = Rubric(key: name ?? original.key, criteria: original.criteria)
    let outcome = try set(rubric, of: event, in: unit)
    return (outcome, try newest(rubric.key.text, of: event, in: unit))
  }
}
