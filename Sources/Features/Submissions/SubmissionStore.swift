public import CanonicalJSON
import Digests
import Postgres
import Vocabulary

/// All SQL about what teams work on.
struct SubmissionStore {
  func hasTeam(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM team WHERE event_id = \(event) AND key = \(key))") ?? false
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  func trackKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM track WHERE event_id = \(event) ORDER BY key").map { try $0["key"] }
  }

  /// The submission of a team, locked until the unit ends.
  func locked(_ team: String, of event: EventID, in unit: UnitOfWork) throws -> StoredSubmission? {
    let number: SubmissionID? = try unit.value(
      """
      SELECT s.submission_id FROM submission AS s JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event) AND t.key = \(team)
      FOR UPDATE OF s
      """)
    guard number != nil else { return nil }
    return try all(of: event, only: team, in: unit).first
  }

  /// The submissions by the keys of their teams.
  func all(of event: EventID, only team: String? = nil, in snapshot: Snapshot) throws -> [StoredSubmission] {
    try snapshot.rows(
      """
      SELECT s.submission_id, t.key, s.title, s.summary, s.url, s.video_url, s.links, s.built_with, s.opted_for,
        c.contents -> 'tracks' AS tracks, c.contents -> 'files' AS files, s.withdrawn_at IS NOT NULL AS is_withdrawn
      FROM submission AS s
      JOIN team AS t USING (event_id, team_id)
      JOIN submission_contents AS c USING (event_id, submission_id)
      WHERE s.event_id = \(event) AND (\(team)::text IS NULL OR t.key = \(team))
      ORDER BY t.key
      """
    ).map { row in
      var submission = Submission(team: try row["key"])
      submission.title = try row["title"]
      submission.summary = try row["summary"]
      submission.url = try row["url"]
      submission.videoURL = try row["video_url"]
      let links: String = try row["links"]
      submission.links = links.split(separator: "\n").map(String.init)
      submission.builtWith = try row["built_with"]
      let optedFor: String = try row["opted_for"]
      submission.optedFor = optedFor.split(separator: "\n").map(String.init)
      submission.tracks = try elements(row["tracks"]).compactMap(\.text)
      submission.files = try elements(row["files"]).compactMap(SubmittedFile.init(json:))
      return try StoredSubmission(
        id: row["submission_id"], submission: submission, isWithdrawn: row["is_withdrawn"])
    }
  }

  func insert(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws -> SubmissionID {
    try unit.inserted(
      """
      INSERT INTO submission (event_id, team_id, title, summary, url, video_url, links, built_with, opted_for)
      SELECT event_id, team_id, \(submission.title)::jsonb, \(submission.summary)::jsonb, \(submission.url)::text,
        \(submission.videoURL)::text, \(submission.links.joined(separator: "\n"))::text, \(submission.builtWith)::text,
        \(submission.optedFor.joined(separator: "\n"))::text
      FROM team
      WHERE event_id = \(event) AND key = \(submission.team)
      RETURNING submission_id
      """)
  }

  func update(_ submission: Submission, at id: SubmissionID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE submission SET
        title = \(submission.title), summary = \(submission.summary), url = \(submission.url),
        video_url = \(submission.videoURL), links = \(submission.links.joined(separator: "\n")),
        built_with = \(submission.builtWith), opted_for = \(submission.optedFor.joined(separator: "\n"))
      WHERE event_id = \(event) AND submission_id = \(id)
      """)
  }

  /// Makes these its tracks; removing one of them waits meanwhile.
  func set(tracks keys: [String], at id: SubmissionID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      DELETE FROM submission_track AS s USING track AS k
      WHERE s.event_id = \(event) AND s.submission_id = \(id) AND k.event_id = \(event) AND k.track_id = s.track_id
        AND k.key <> ALL (\(keys)::text[])
      """)
    try unit.execute(
      """
      INSERT INTO submission_track (event_id, submission_id, track_id)
      SELECT event_id, \(id), track_id FROM track WHERE event_id = \(event) AND key = ANY (\(keys)::text[])
      ON CONFLICT DO NOTHING
      """)
  }

  func set(files: [SubmittedFile], at id: SubmissionID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM submission_file WHERE event_id = \(event) AND submission_id = \(id)")
    for file in files {
      try unit.execute(
        """
        INSERT INTO submission_file (event_id, submission_id, name, url, size, sha256)
        VALUES (\(event), \(id), \(file.name), \(file.url), \(file.size), \(file.digest.bytes))
        """)
    }
  }

  func set(withdrawn: Bool, at id: SubmissionID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE submission SET withdrawn_at = CASE WHEN \(withdrawn) THEN clock_timestamp() END
      WHERE event_id = \(event) AND submission_id = \(id)
      """)
  }

  /// Takes a submission away with its tracks and files.
  func delete(_ id: SubmissionID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.savepoint {
      for table in ["submission_track", "submission_file", "submission"] {
        try unit.execute("DELETE FROM \(identifier: table) WHERE event_id = \(event) AND submission_id = \(id)")
      }
    }
  }

  private func elements(_ text: String?) throws -> [JSON] {
    try text.map { try JSON(parsing: $0).elements ?? [] } ?? []
  }
}

extension Kinds {
  enum Submission {}
}

typealias SubmissionID = ID<Kinds.Submission>

/// A submission as it stands in the database.
struct StoredSubmission: Equatable, Sendable {
  let id: SubmissionID
  var submission: Submission
  let isWithdrawn: Bool
}

extension SubmittedFile {
  /// Reads what `json` wrote.
  public init?(json: JSON) {
    guard let name = json["name"]?.text, let size = json["size"]?.integer,
      let digits = json["sha256"]?.text, let digest = SHA256Digest(hexadecimal: digits)
    else { return nil }
    self.init(name: name, url: json["url"]?.text, size: size, digest: digest)
  }
}
