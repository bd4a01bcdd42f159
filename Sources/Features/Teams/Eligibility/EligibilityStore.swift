import Postgres
import Vocabulary

/// All SQL about the points of eligibility and the findings on them.
struct EligibilityStore {
  /// The declared points; none for an event that goes by the default.
  func points(of event: EventID, in snapshot: Snapshot) throws -> [EligibilityPoint] {
    try snapshot.rows("SELECT key, kind, text FROM eligibility_point WHERE event_id = \(event) ORDER BY key").map {
      row in
      let kind: String = try row["kind"]
      return try EligibilityPoint(key: row["key"], kind: .init(rawValue: kind) ?? .stated, text: row["text"])
    }
  }

  func insert(_ point: EligibilityPoint, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO eligibility_point (event_id, key, kind, text)
      VALUES (\(event), \(point.key), \(point.kind.rawValue), \(point.text))
      """)
  }

  func delete(_ key: Slug, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute("DELETE FROM eligibility_point WHERE event_id = \(event) AND key = \(key)")
  }

  /// Each point of each active team, or of one.
  func teamPoints(of event: EventID, team: String? = nil, in snapshot: Snapshot) throws -> [TeamPoint] {
    try snapshot.rows(
      """
      SELECT p.team, p.key, p.kind, p.text, p.obstacle, p.reason, p.found_by, p.found_at, y.is_allowed
      FROM team_point AS p
      JOIN team AS t USING (event_id, team_id)
      JOIN team_eligibility AS y USING (event_id, team_id)
      WHERE p.event_id = \(event) AND t.status = 'active' AND (\(team)::text IS NULL OR p.team = \(team))
      ORDER BY p.team, p.key
      """
    ).map { row in
      let (kind, reason): (String, String?) = try (row["kind"], row["reason"])
      return try TeamPoint(
        team: row["team"], key: row["key"], kind: .init(rawValue: kind) ?? .stated, text: row["text"],
        obstacle: row["obstacle"],
        finding: reason.map { TeamPoint.Finding(reason: $0, by: try row["found_by"], at: try row["found_at"]) },
        isAllowed: row["is_allowed"])
    }
  }

  /// Whether the newest finding on a point of a team says this already.
  func isFound(_ isMet: Bool, _ key: Slug, _ team: TeamID, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    let newest = try unit.value(
      """
      SELECT is_met FROM eligibility_finding
      WHERE event_id = \(event) AND team_id = \(team) AND key = \(key) ORDER BY number DESC LIMIT 1
      """, as: Bool.self)
    return newest == isMet
  }

  /// Adds a finding of the principal who acts; the team's row has to be locked.
  func insertFinding(
    _ isMet: Bool, _ key: Slug, _ team: TeamID, because reason: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    try unit.execute(
      """
      INSERT INTO eligibility_finding (event_id, team_id, key, number, is_met, reason, principal_id)
      SELECT event_id, \(team), \(key),
        (SELECT COALESCE(max(number), 0) + 1 FROM eligibility_finding
          WHERE event_id = \(event) AND team_id = \(team) AND key = \(key)),
        \(isMet), \(reason), principal_id
      FROM principal WHERE event_id = \(event) AND name = \(unit.principal.name)
      """)
  }
}
