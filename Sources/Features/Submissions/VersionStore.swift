import CanonicalJSON
import Postgres
import Vocabulary

/// All SQL about what was submitted.
struct VersionStore {
  /// What is to become a version.
  struct Draft {
    let submission: SubmissionID
    let role: Role
    /// Missing for now.
    let receivedAt: Timestamp?
  }

  /// Appends what the submission holds now; the schema looks at the clock.
  /// - Returns: The version's number.
  func append(_ draft: Draft, of event: EventID, in unit: UnitOfWork) throws -> Int {
    try unit.inserted(
      """
      INSERT INTO submission_version (
        event_id, submission_id, number, contents, received_at, submitted_by_role, principal_id)
      SELECT c.event_id, c.submission_id, 1 + COALESCE((
          SELECT max(number) FROM submission_version AS v
          WHERE v.event_id = c.event_id AND v.submission_id = c.submission_id), 0),
        c.contents, COALESCE(\(draft.receivedAt)::timestamptz, clock_timestamp()), \(draft.role), p.principal_id
      FROM submission_contents AS c LEFT JOIN principal AS p ON p.event_id = c.event_id AND p.name = \(unit.principal.name)
      WHERE c.event_id = \(event) AND c.submission_id = \(draft.submission)
      RETURNING number
      """)
  }

  /// Notes on the submission when its last version came.
  func noteReceipt(of number: Int, _ submission: SubmissionID, _ event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE submission AS s SET received_at = v.received_at, received_as_written = NULL
      FROM submission_version AS v
      WHERE s.event_id = \(event) AND s.submission_id = \(submission)
        AND v.event_id = s.event_id AND v.submission_id = s.submission_id AND v.number = \(number)
      """)
  }

  func acceptLate(
    _ number: Int, _ submission: SubmissionID, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO submission_late_acceptance (event_id, submission_id, number, reason, principal_id)
      SELECT event_id, \(submission), \(number), \(reason), principal_id
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      """)
  }

  /// How many whole seconds ago submissions closed, by the database's clock; below zero before, nil without a deadline.
  func secondsSinceClosing(of event: EventID, at moment: Timestamp? = nil, in snapshot: Snapshot) throws -> Int? {
    try snapshot.value(
      """
      SELECT floor(extract(epoch FROM
        COALESCE(\(moment)::timestamptz, clock_timestamp())
        - submissions_close_at(e)))::bigint
      FROM event AS e WHERE e.event_id = \(event)
      """)
  }

  /// Whether an organiser's version that came then is late: after the deadline, not at it.
  func isLate(_ moment: Timestamp?, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    let closed = try unit.row(
      """
      SELECT COALESCE(COALESCE(\(moment)::timestamptz, clock_timestamp())
        > submissions_close_at(e), false) AS is_late
      FROM event AS e WHERE e.event_id = \(event) FOR SHARE
      """)
    return try closed?["is_late"] ?? false
  }

  /// Whether that is still to come.
  func isToCome(_ moment: Timestamp, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value("SELECT \(moment)::timestamptz > clock_timestamp()") ?? false
  }

  /// Whether the submission holds what its last version held.
  func isSubmitted(_ submission: SubmissionID, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      """
      SELECT v.contents = c.contents
      FROM submission_version AS v JOIN submission_contents AS c USING (event_id, submission_id)
      WHERE v.event_id = \(event) AND v.submission_id = \(submission)
      ORDER BY v.number DESC LIMIT 1
      """) ?? false
  }

  /// The versions of one submission, from the first on.
  func versions(_ submission: SubmissionID, of event: EventID, in snapshot: Snapshot) throws -> [SubmissionVersion] {
    try snapshot.rows(
      """
      SELECT v.number, v.received_at, local_text(v.received_at, e.time_zone) AS local,
        v.submitted_by_role, p.name, s.is_late, s.accepted_because, v.contents,
        floor(extract(epoch FROM s.after_closing))::bigint AS after_closing,
        EXISTS (
          SELECT FROM judged_submission AS j
          WHERE j.event_id = v.event_id AND j.submission_id = v.submission_id AND j.number = v.number) AS is_judged
      FROM submission_version AS v
      JOIN submission_version_standing AS s USING (event_id, submission_id, number)
      JOIN event AS e USING (event_id)
      LEFT JOIN principal AS p USING (event_id, principal_id)
      WHERE v.event_id = \(event) AND v.submission_id = \(submission)
      ORDER BY v.number
      """
    ).map { row in
      let (isLate, seconds): (Bool, Int?) = try (row["is_late"], row["after_closing"])
      let contents: String = try row["contents"]
      return try SubmissionVersion(
        number: row["number"], receivedAt: row["received_at"], receivedLocally: local(row["local"]),
        submittedBy: row["submitted_by_role"], enteredBy: row["name"], secondsLate: isLate ? seconds : nil,
        acceptedBecause: row["accepted_because"], isJudged: row["is_judged"], contents: JSON(parsing: contents))
    }
  }

  /// The teams whose newest version is late and was not accepted.
  func late(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT t.key
      FROM submission AS s JOIN team AS t USING (event_id, team_id)
      CROSS JOIN LATERAL (
        SELECT p.is_late, p.accepted_because FROM submission_version_standing AS p
        WHERE p.event_id = s.event_id AND p.submission_id = s.submission_id
        ORDER BY p.number DESC LIMIT 1) AS v
      WHERE s.event_id = \(event) AND s.withdrawn_at IS NULL AND v.is_late AND v.accepted_because IS NULL
      ORDER BY t.key
      """
    ).map { try $0["key"] }
  }

  /// How each submission stands, or only one, by its number.
  func standings(
    of event: EventID, only submission: SubmissionID? = nil, in snapshot: Snapshot
  ) throws -> [SubmissionID: Standing] {
    let rows = try snapshot.rows(
      """
      SELECT s.submission_id, j.number AS judged, COALESCE(j.is_late, false) AS is_late, COALESCE(v.versions, 0) AS versions,
        v.received_at, local_text(v.received_at, e.time_zone) AS local,
        v.contents IS DISTINCT FROM c.contents AS has_changes
      FROM submission AS s
      JOIN event AS e USING (event_id)
      JOIN submission_contents AS c USING (event_id, submission_id)
      LEFT JOIN judged_submission AS j USING (event_id, submission_id)
      LEFT JOIN LATERAL (
        SELECT number AS versions, received_at, contents FROM submission_version AS o
        WHERE o.event_id = s.event_id AND o.submission_id = s.submission_id
        ORDER BY number DESC LIMIT 1) AS v ON true
      WHERE s.event_id = \(event) AND (\(submission)::bigint IS NULL OR s.submission_id = \(submission))
      """)
    return try rows.reduce(into: [:]) { standings, row in
      standings[try row["submission_id"]] = try Standing(
        judged: row["judged"], isLate: row["is_late"], versions: row["versions"], receivedAt: row["received_at"],
        receivedLocally: (row["local"] as String?).flatMap { LocalTime($0) }, hasChanges: row["has_changes"])
    }
  }

  /// What the versions of a submission come to.
  struct Standing {
    let judged: Int?
    /// Whether the version that is judged came late.
    let isLate: Bool
    let versions: Int
    let receivedAt: Timestamp?
    let receivedLocally: LocalTime?
    let hasChanges: Bool
  }

  private func local(_ text: String) throws -> LocalTime {
    guard let time = LocalTime(text) else { throw UnreadableTime(text: text) }
    return time
  }

  private struct UnreadableTime: Error { let text: String }
}
