import Backend
import Judging
import Postgres
import Scores
import TestBackend
import UseCases
import Vocabulary

extension TestEvent {
  /// Imports rows of judge, team, criterion and score.
  @discardableResult
  func importScores(_ rows: [String]) async throws -> ImportReport {
    let backend = backend
    let text = "judge,team,criterion,score\n" + rows.map { $0 + "\n" }.joined()
    let file = ExportRules.Exported(bytes: Array(text.utf8))
    return try await change { event, unit in
      let round = try backend.judging.round(nil, of: event, in: unit)
      let form = try backend.scores.form(of: round.id, event, in: unit)
      return try backend.imports.scores(
        file, by: form, because: "entered anew", of: event, service: backend.scores, in: unit)
    }
  }

  /// Imports both scores of every judge for every team.
  func importScores(allOf judges: Int, _ teams: Int) async throws -> ImportReport {
    try await importScores(
      (1...judges).flatMap { judge in
        (1...teams).flatMap { ["J-\(judge),t\($0),impact,5", "J-\(judge),t\($0),data,7"] }
      })
  }

  /// What a refused file has wrong, row by row.
  func faults(of rows: [String]) async throws -> [String] {
    do {
      try await importScores(rows)
      return []
    } catch ImportError.rejected(let report, _) {
      return report.problems.map { "\($0.row): \($0.message)" }
    }
  }

  /// "J-1 t1 ready 2: data 6500, impact 8000", by judge and team, with what the scores and the last revision hold.
  func sheets() async throws -> [String] {
    try await database.read { snapshot in
      try snapshot.rows(
        """
        SELECT j.code || ' ' || t.key || ' ' || s.status || ' ' || s.revision || ': ' || COALESCE((
          SELECT string_agg(c.key || ' ' || x.points, ', ' ORDER BY c.key)
          FROM score AS x JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
          WHERE (x.round_id, x.judge_id, x.team_id) = (s.round_id, s.judge_id, s.team_id)), '') AS line
        FROM sheet AS s JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
        ORDER BY j.code, t.key
        """
      ).map { try $0["line"] }
    }
  }

  /// How many sheets differ from their last revision.
  func sheetsUnlikeTheirRevision() async throws -> Int? {
    try await value(
      """
      SELECT count(*) FROM sheet AS s
      LEFT JOIN sheet_revision AS r USING (event_id, round_id, judge_id, team_id, revision)
      WHERE r.status IS DISTINCT FROM s.status OR r.comment <> s.comment OR r.points <> (
        SELECT COALESCE(jsonb_object_agg(c.key, x.points), '{}')
        FROM score AS x JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
        WHERE (x.round_id, x.judge_id, x.team_id) = (s.round_id, s.judge_id, s.team_id))
      """)
  }
}
