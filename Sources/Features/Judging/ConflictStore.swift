import Access
public import Postgres
import Vocabulary

/// All SQL about conflicts of interest.
struct ConflictStore {
  /// What the facts say and is not written down yet.
  func found(of event: EventID, in unit: UnitOfWork) throws -> [ConflictEvidence] {
    try unit.rows(
      """
      INSERT INTO judge_conflict AS c (event_id, judge_id, team_id, kind, reason, is_pinned)
      SELECT \(event), g.judge_id, g.team_id, g.kind, g.reason, false
      FROM conflict_evidence(\(event), \(PublicMailProviders.domains)::text[]) AS g
      ORDER BY g.judge_id, g.team_id, g.kind
      ON CONFLICT DO NOTHING
      RETURNING (SELECT code FROM judge AS j WHERE j.event_id = c.event_id AND j.judge_id = c.judge_id) AS judge,
        (SELECT key FROM team AS t WHERE t.event_id = c.event_id AND t.team_id = c.team_id) AS team, c.kind, c.reason
      """
    ).map(evidence)
  }

  /// Deletes what was found once, is true no longer and was said by nobody.
  func lost(of event: EventID, in unit: UnitOfWork) throws -> [ConflictEvidence] {
    try unit.rows(
      """
      DELETE FROM judge_conflict AS c
      WHERE c.event_id = \(event) AND NOT c.is_pinned AND NOT EXISTS (
        SELECT FROM conflict_evidence(\(event), \(PublicMailProviders.domains)::text[]) AS g
        WHERE g.judge_id = c.judge_id AND g.team_id = c.team_id AND g.kind = c.kind)
      RETURNING (SELECT code FROM judge AS j WHERE j.event_id = c.event_id AND j.judge_id = c.judge_id) AS judge,
        (SELECT key FROM team AS t WHERE t.event_id = c.event_id AND t.team_id = c.team_id) AS team, c.kind, c.reason
      """
    ).map(evidence)
  }

  func counts(of event: EventID, in snapshot: Snapshot) throws -> (all: Int, open: Int) {
    let row = try snapshot.row(
      """
      SELECT (SELECT count(*) FROM judge_conflict WHERE event_id = \(event)) AS every,
        (SELECT count(*) FROM open_conflict WHERE event_id = \(event)) AS open
      """)
    return try (row?["every"] ?? 0, row?["open"] ?? 0)
  }

  func pair(_ judge: String, _ team: String, of event: EventID, in snapshot: Snapshot) throws -> (JudgeID?, TeamID?) {
    let row = try snapshot.row(
      """
      SELECT
        (SELECT judge_id FROM judge WHERE event_id = \(event) AND code = \(judge)) AS judge_id,
        (SELECT team_id FROM team WHERE event_id = \(event) AND key = \(team)) AS team_id
      """)
    return try (row?["judge_id"], row?["team_id"])
  }

  /// Writes what somebody said, or pins what had been found.
  /// - Returns: Whether that changed anything.
  func declare(
    _ judge: JudgeID, _ team: TeamID, _ kind: Conflict.Kind, _ reason: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Bool {
    try unit.execute(
      """
      INSERT INTO judge_conflict AS c (event_id, judge_id, team_id, kind, reason)
      VALUES (\(event), \(judge), \(team), \(kind), \(reason))
      ON CONFLICT ON CONSTRAINT judge_conflict_once DO UPDATE SET reason = EXCLUDED.reason, is_pinned = true
        WHERE c.reason <> EXCLUDED.reason OR NOT c.is_pinned
      """) > 0
  }

  func remove(
    _ judge: JudgeID, _ team: TeamID, of event: EventID, in unit: UnitOfWork
  ) throws -> [(kind: Conflict.Kind, reason: String)] {
    try unit.rows(
      """
      DELETE FROM judge_conflict
      WHERE event_id = \(event) AND judge_id = \(judge) AND team_id = \(team)
      RETURNING kind, reason
      """
    ).map { try ($0["kind"], $0["reason"]) }
  }

  /// Says of every open conflict of the two that it does not matter.
  /// - Returns: The kinds of which somebody says so for the first time.
  func override(
    _ judge: JudgeID, _ team: TeamID, by holder: TokenHolder, because reason: String, of event: EventID,
    in unit: UnitOfWork
  ) throws -> [Conflict.Kind] {
    try unit.rows(
      """
      INSERT INTO conflict_override (event_id, judge_id, team_id, kind, principal_id, token_id, reason)
      SELECT event_id, judge_id, team_id, kind, \(holder.number)::bigint, \(holder.token)::bigint, \(reason)
      FROM open_conflict
      WHERE event_id = \(event) AND judge_id = \(judge) AND team_id = \(team)
      ON CONFLICT DO NOTHING
      RETURNING kind
      """
    ).map { try $0["kind"] }
  }

  func all(of event: EventID, judge: String?, team: String?, in snapshot: Snapshot) throws -> [Conflict] {
    let overrides = try overrides(of: event, in: snapshot)
    let waivers = try WaiverStore().all(of: event, in: snapshot)
    return try snapshot.rows(
      """
      SELECT j.code, t.key, c.kind, c.reason, c.is_pinned,
        EXISTS (SELECT FROM assignment AS a
          WHERE a.event_id = c.event_id AND a.judge_id = c.judge_id AND a.team_id = c.team_id) AS assigned,
        EXISTS (SELECT FROM open_conflict AS o
          WHERE o.event_id = c.event_id AND o.judge_id = c.judge_id AND o.team_id = c.team_id AND o.kind = c.kind)
          AS is_open
      FROM judge_conflict AS c JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE c.event_id = \(event) AND j.code = COALESCE(\(judge), j.code) AND t.key = COALESCE(\(team), t.key)
      ORDER BY j.code, t.key, c.kind
      """
    ).map { row in
      let (judge, team, kind): (String, String, Conflict.Kind) = try (row["code"], row["key"], row["kind"])
      return try Conflict(
        judge: judge, team: team, kind: kind, reason: row["reason"], isPinned: row["is_pinned"],
        overrides: overrides["\(judge) \(team) \(kind.rawValue)"] ?? [],
        waivers: row["is_pinned"] ? [] : waivers["\(judge) \(kind.rawValue)"] ?? [], isAssigned: row["assigned"],
        isOpen: row["is_open"])
    }
  }

  private func overrides(of event: EventID, in snapshot: Snapshot) throws -> [String: [Conflict.Override]] {
    try snapshot.rows(
      """
      SELECT j.code || ' ' || t.key || ' ' || o.kind AS conflict, p.name, o.reason
      FROM conflict_override AS o JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      JOIN principal AS p ON p.event_id = o.event_id AND p.principal_id = o.principal_id
      WHERE o.event_id = \(event)
      ORDER BY o.said_at
      """
    ).reduce(into: [:]) { all, row in
      all[try row["conflict"], default: []].append(try .init(organiser: row["name"], reason: row["reason"]))
    }
  }

  private func evidence(_ row: Row) throws -> ConflictEvidence {
    try ConflictEvidence(judge: row["judge"], team: row["team"], kind: row["kind"], reason: row["reason"])
  }
}

extension Conflict.Kind: SQLEncodable, SQLDecodable {}
