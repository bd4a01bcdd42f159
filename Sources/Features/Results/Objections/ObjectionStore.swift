import Access
import Postgres
import Vocabulary

/// All SQL about objections to a provisional result.
struct ObjectionStore {
  func windows(of event: EventID, in snapshot: Snapshot) throws -> [ObjectionWindow] {
    try snapshot.rows(
      """
      SELECT number, closes_at, closes_at > clock_timestamp() AS is_open
      FROM objection_window WHERE event_id = \(event) ORDER BY number
      """
    ).map { try ObjectionWindow(result: $0["number"], closesAt: $0["closes_at"], isOpen: $0["is_open"]) }
  }

  func objections(of event: EventID, in snapshot: Snapshot) throws -> [Objection] {
    try snapshot.rows(
      """
      SELECT o.objection, o.number, t.key AS team, o.claim, o.evidence, o.file_name,
        encode(o.file_sha256, 'hex') AS sha256, p.name AS recorded_by, o.raised_at,
        d.is_accepted, d.reason, q.name AS decided_by, d.decided_at
      FROM objection AS o
      JOIN team AS t USING (event_id, team_id)
      JOIN principal AS p ON p.event_id = o.event_id AND p.principal_id = o.principal_id
      LEFT JOIN objection_decision AS d ON d.event_id = o.event_id AND d.objection = o.objection
      LEFT JOIN principal AS q ON q.event_id = d.event_id AND q.principal_id = d.principal_id
      WHERE o.event_id = \(event) ORDER BY o.objection
      """
    ).map { row in
      let (isAccepted, file): (Bool?, String?) = try (row["is_accepted"], row["file_name"])
      return try Objection(
        number: row["objection"], result: row["number"], team: row["team"], claim: row["claim"],
        evidence: row["evidence"], file: file.map { ObjectionFile(name: $0, sha256: try row["sha256"]) },
        by: row["recorded_by"], raisedAt: row["raised_at"],
        decision: isAccepted.map {
          Objection.Decision(
            isAccepted: $0, reason: try row["reason"], by: try row["decided_by"], at: try row["decided_at"])
        })
    }
  }

  func open(_ result: Int, until hour: Timestamp, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO objection_window (event_id, number, closes_at, principal_id)
      SELECT event_id, \(result), \(hour), principal_id FROM principal
      WHERE event_id = \(event) AND name = \(unit.principal.name)
      """)
  }

  func add(
    _ claim: String, from team: TeamID, to result: Int, evidence: String?, file: ObjectionFile?, of event: EventID,
    in unit: UnitOfWork
  ) throws -> Int {
    try unit.execute("SELECT FROM objection_window WHERE event_id = \(event) AND number = \(result) FOR SHARE")
    return try unit.inserted(
      """
      INSERT INTO objection (event_id, objection, number, team_id, claim, evidence, file_name, file_sha256, principal_id)
      SELECT p.event_id, 1 + COALESCE((SELECT max(objection) FROM objection WHERE event_id = \(event)), 0), \(result),
        \(team), \(claim), \(evidence), \(file?.name), decode(\(file?.sha256), 'hex'), p.principal_id
      FROM principal AS p WHERE p.event_id = \(event) AND p.name = \(unit.principal.name)
      RETURNING objection
      """)
  }

  func decide(
    _ objection: Int, accepted isAccepted: Bool, because reason: String, by holder: TokenHolder, of event: EventID,
    in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO objection_decision (event_id, objection, is_accepted, reason, principal_id, token_id)
      VALUES (\(event), \(objection), \(isAccepted), \(reason), \(holder.number)::bigint, \(holder.token)::bigint)
      """)
  }

  /// What keeps a version from being approved: an hour, or the number of an objection with its state.
  func obstacles(to result: Int, of event: EventID, in snapshot: Snapshot) throws -> [ApprovalFinding] {
    try snapshot.rows(
      """
      SELECT b.objection, b.obstacle, t.key AS team
      FROM objection_obstacle AS b
      LEFT JOIN objection AS o USING (event_id, objection)
      LEFT JOIN team AS t ON t.event_id = o.event_id AND t.team_id = o.team_id
      WHERE b.event_id = \(event) AND (b.result = \(result) OR b.obstacle = 'undecided')
      ORDER BY b.objection NULLS FIRST
      """
    ).map { row in
      let objection: Int? = try row["objection"]
      guard let objection else { return .objectionsOpen }
      return try .objection(objection, team: row["team"], isAccepted: row["obstacle"] == "accepted")
    }
  }

  func hasAccepted(to result: Int, of event: EventID, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      """
      SELECT EXISTS (SELECT FROM objection_obstacle
        WHERE event_id = \(event) AND result = \(result) AND obstacle = 'accepted')
      """) ?? false
  }

  func team(_ key: String, of event: EventID, in snapshot: Snapshot) throws -> TeamID? {
    try snapshot.value("SELECT team_id FROM team WHERE event_id = \(event) AND key = \(key) AND status = 'active'")
  }

  func teamKeys(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows("SELECT key FROM team WHERE event_id = \(event) AND status = 'active' ORDER BY key").map {
      try $0["key"]
    }
  }
}
