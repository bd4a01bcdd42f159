import Postgres
import Vocabulary

/// All SQL about who scores which team.
struct AssignmentStore {
  /// What came of assigning a judge.
  enum Outcome: String, SQLDecodable {
    case assigned
    case assignedBefore
    case unknownJudge
    case unknownTeam
  }

  /// The schema refuses a judge in conflict or of another panel, and a team that the round does not take.
  func assign(
    _ judge: String, _ team: String, _ round: RoundID, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    try unit.inserted(
      """
      WITH pair AS (
        SELECT
          (SELECT judge_id FROM judge WHERE event_id = \(event) AND code = \(judge)) AS judge_id,
          (SELECT team_id FROM team WHERE event_id = \(event) AND key = \(team)) AS team_id),
      made AS (
        INSERT INTO assignment (event_id, round_id, judge_id, team_id)
        SELECT \(event), \(round), judge_id, team_id FROM pair
        WHERE judge_id IS NOT NULL AND team_id IS NOT NULL
        ON CONFLICT DO NOTHING
        RETURNING 1)
      SELECT CASE
        WHEN judge_id IS NULL THEN 'unknownJudge'
        WHEN team_id IS NULL THEN 'unknownTeam'
        WHEN EXISTS (SELECT FROM made) THEN 'assigned'
        ELSE 'assignedBefore'
      END
      FROM pair
      """)
  }

  /// What came of taking a team from a judge.
  enum Removal: String, SQLDecodable {
    case removed
    case notAssigned
    case hasSheet
  }

  /// Takes an assignment away unless a sheet was begun. The round is locked before, so that none begins meanwhile.
  func remove(
    _ judge: JudgeID, _ team: TeamID, _ round: RoundID, of event: EventID, in unit: UnitOfWork
  ) throws -> Removal {
    try unit.inserted(
      """
      WITH begun AS (
        SELECT FROM sheet
        WHERE event_id = \(event) AND round_id = \(round) AND judge_id = \(judge) AND team_id = \(team)),
      gone AS (
        DELETE FROM assignment
        WHERE event_id = \(event) AND round_id = \(round) AND judge_id = \(judge) AND team_id = \(team)
          AND NOT EXISTS (SELECT FROM begun)
        RETURNING 1)
      SELECT CASE
        WHEN EXISTS (SELECT FROM begun) THEN 'hasSheet'
        WHEN EXISTS (SELECT FROM gone) THEN 'removed'
        ELSE 'notAssigned'
      END
      """)
  }

  /// - Parameter judge: The code of the only judge to list; nil lists all.
  func assignments(
    in round: RoundID, of judge: String?, _ event: EventID, in snapshot: Snapshot
  ) throws -> [Assignment] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM assignment AS a JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND j.code = COALESCE(\(judge), j.code)
      ORDER BY j.code, t.key
      """
    ).map { try Assignment(judge: $0["code"], team: $0["key"]) }
  }

  /// The rounds in which a judge has a team.
  func rounds(of judge: String, _ event: EventID, in snapshot: Snapshot) throws -> [RoundID] {
    try snapshot.rows(
      """
      SELECT DISTINCT a.round_id FROM assignment AS a JOIN judge AS j USING (event_id, judge_id)
      WHERE a.event_id = \(event) AND j.code = \(judge)
      ORDER BY a.round_id
      """
    ).map { try $0["round_id"] }
  }
}
