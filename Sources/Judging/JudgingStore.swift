import Competition
public import Postgres

/// All SQL about judges, rounds and assignments.
struct JudgingStore {
  /// What came of assigning a judge.
  enum AssignmentOutcome: String, SQLDecodable {
    case assigned
    case assignedBefore
    case conflict
    case unknownJudge
    case unknownTeam
  }

  func judge(_ code: String, of event: EventID, in unit: UnitOfWork) throws -> Judge? {
    try unit.row(
      """
      SELECT code, name, affiliation FROM judge
      WHERE event_id = \(event) AND code = \(code)
      FOR UPDATE
      """
    ).map(judge)
  }

  func judges(of event: EventID, in snapshot: Snapshot) throws -> [Judge] {
    try snapshot.rows("SELECT code, name, affiliation FROM judge WHERE event_id = \(event) ORDER BY code").map(judge)
  }

  func insert(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO judge (event_id, code, name, affiliation)
      VALUES (\(event), \(judge.code), \(judge.name), \(judge.affiliation))
      """)
  }

  func update(_ judge: Judge, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE judge SET name = \(judge.name), affiliation = \(judge.affiliation)
      WHERE event_id = \(event) AND code = \(judge.code)
      """)
  }

  func rounds(of event: EventID, in snapshot: Snapshot) throws -> [Round] {
    try snapshot.rows(
      "SELECT round_id, key, rubric_id, state FROM round WHERE event_id = \(event) ORDER BY round_id"
    ).map { try Round(id: $0["round_id"], key: $0["key"], rubric: $0["rubric_id"], state: $0["state"]) }
  }

  func insert(_ key: Slug, _ rubric: RubricID, _ state: Round.State, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      "INSERT INTO round (event_id, key, rubric_id, state) VALUES (\(event), \(key), \(rubric), \(state))")
  }

  func update(
    _ round: RoundID, _ rubric: RubricID, _ state: Round.State, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      UPDATE round SET rubric_id = \(rubric), state = \(state)
      WHERE event_id = \(event) AND round_id = \(round)
      """)
  }

  /// The round's state, after every sheet that was being saved.
  func lockedState(of round: RoundID, _ event: EventID, in unit: UnitOfWork) throws -> Round.State {
    let state: Round.State? = try unit.value(
      "SELECT state FROM round WHERE event_id = \(event) AND round_id = \(round) FOR UPDATE")
    guard let state else { throw JudgingError.noRound }
    return state
  }

  func assign(
    _ judge: String, _ team: String, _ round: RoundID, of event: EventID, in unit: UnitOfWork
  ) throws -> AssignmentOutcome {
    try unit.inserted(
      """
      WITH pair AS (
        SELECT
          (SELECT judge_id FROM judge WHERE event_id = \(event) AND code = \(judge)) AS judge_id,
          (SELECT team_id FROM team WHERE event_id = \(event) AND key = \(team)) AS team_id),
      conflict AS (SELECT FROM judge_conflict JOIN pair USING (judge_id, team_id) WHERE event_id = \(event)),
      made AS (
        INSERT INTO assignment (event_id, round_id, judge_id, team_id)
        SELECT \(event), \(round), judge_id, team_id FROM pair
        WHERE judge_id IS NOT NULL AND team_id IS NOT NULL AND NOT EXISTS (SELECT FROM conflict)
        ON CONFLICT DO NOTHING
        RETURNING 1)
      SELECT CASE
        WHEN judge_id IS NULL THEN 'unknownJudge'
        WHEN team_id IS NULL THEN 'unknownTeam'
        WHEN EXISTS (SELECT FROM conflict) THEN 'conflict'
        WHEN EXISTS (SELECT FROM made) THEN 'assigned'
        ELSE 'assignedBefore'
      END
      FROM pair
      """)
  }

  func assignments(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [Assignment] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM assignment AS a JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round)
      ORDER BY j.code, t.key
      """
    ).map { try Assignment(judge: $0["code"], team: $0["key"]) }
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  private func judge(_ row: Row) throws -> Judge {
    try Judge(code: row["code"], name: row["name"], affiliation: row["affiliation"])
  }
}

extension Round.State: SQLEncodable, SQLDecodable {}
