import Competition
import Postgres

/// All SQL about submissions.
struct SubmissionStore {
  func hasTeam(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM team WHERE event_id = \(event) AND key = \(key))") ?? false
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func find(_ team: String, of event: EventID, in unit: UnitOfWork) throws -> Submission? {
    try unit.row(
      """
      SELECT t.key, s.title, s.summary, s.url
      FROM submission AS s JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event) AND t.key = \(team)
      FOR UPDATE OF s
      """
    ).map(submission)
  }

  func all(of event: EventID, in snapshot: Snapshot) throws -> [Submission] {
    try snapshot.rows(
      """
      SELECT t.key, s.title, s.summary, s.url
      FROM submission AS s JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event)
      ORDER BY t.key
      """
    ).map(submission)
  }

  func insert(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO submission (event_id, team_id, title, summary, url)
      SELECT event_id, team_id, \(submission.title)::jsonb, \(submission.summary)::jsonb, \(submission.url)::text FROM team
      WHERE event_id = \(event) AND key = \(submission.team)
      """)
  }

  func update(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE submission AS s SET title = \(submission.title), summary = \(submission.summary), url = \(submission.url)
      FROM team AS t
      WHERE s.event_id = \(event) AND t.event_id = \(event) AND s.team_id = t.team_id AND t.key = \(submission.team)
      """)
  }

  private func submission(_ row: Row) throws -> Submission {
    var submission = Submission(team: try row["key"])
    submission.title = try row["title"]
    submission.summary = try row["summary"]
    submission.url = try row["url"]
    return submission
  }
}
