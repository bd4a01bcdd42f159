import Postgres
import Vocabulary

/// All SQL about what a round lacks before it can close.
struct CoverageStore {
  /// The active teams with fewer complete sheets without conflict than the round asks for.
  /// - Parameter countsDeclared: Whether a ready sheet counts though a conflict was declared after it.
  func thinTeams(
    in round: RoundID, countsDeclared: Bool, of event: EventID, in snapshot: Snapshot
  ) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT t.key, n.sheets, r.minimum_sheets,
        (SELECT count(*) FROM assignment AS a
          WHERE a.event_id = r.event_id AND a.round_id = r.round_id AND a.team_id = t.team_id) AS assigned
      FROM round AS r JOIN round_team AS t USING (event_id, round_id)
      JOIN team_eligibility AS y ON (y.event_id, y.team_id) = (t.event_id, t.team_id) AND y.obstacle IS NULL
      CROSS JOIN LATERAL (
        SELECT count(*) AS sheets FROM sheet AS s
        WHERE s.event_id = r.event_id AND s.round_id = r.round_id AND s.team_id = t.team_id AND s.status = 'ready'
          AND NOT EXISTS (SELECT FROM open_conflict AS c
            WHERE c.event_id = s.event_id AND c.judge_id = s.judge_id AND c.team_id = s.team_id
              AND NOT (c.is_pinned AND \(countsDeclared)))) AS n
      WHERE r.event_id = \(event) AND r.round_id = \(round) AND t.status = 'active' AND n.sheets < r.minimum_sheets
      ORDER BY t.key
      """
    ).map { try .thinTeam($0["key"], sheets: $0["sheets"], assigned: $0["assigned"], minimum: $0["minimum_sheets"]) }
  }

  /// The judges who are to score a team that an open conflict keeps from them, unless they recused.
  func conflicts(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT j.code, t.key, string_agg(c.kind, ', ' ORDER BY c.kind) AS kinds,
        EXISTS (SELECT FROM sheet AS s WHERE s.event_id = a.event_id AND s.round_id = a.round_id
          AND s.judge_id = a.judge_id AND s.team_id = a.team_id AND s.status = 'ready') AS scored
      FROM assignment AS a JOIN open_conflict AS c USING (event_id, judge_id, team_id)
      JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND NOT EXISTS (
        SELECT FROM sheet AS s WHERE s.event_id = a.event_id AND s.round_id = a.round_id
          AND s.judge_id = a.judge_id AND s.team_id = a.team_id AND s.status = 'recused')
      GROUP BY a.event_id, a.round_id, a.judge_id, a.team_id, j.code, t.key
      ORDER BY j.code, t.key
      """
    ).map { try .openConflict(judge: $0["code"], team: $0["key"], kinds: $0["kinds"], isScored: $0["scored"]) }
  }

  /// The conflicts that somebody declared of a team whose sheet was ready: while a conflict is open no sheet is taken.
  func declaredLater(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT j.code, t.key, r.state = 'open' AS is_open
      FROM sheet AS s JOIN open_conflict AS c USING (event_id, judge_id, team_id)
      JOIN round AS r USING (event_id, round_id)
      JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event) AND s.round_id = \(round) AND s.status = 'ready'
      GROUP BY j.code, t.key, r.state
      HAVING bool_and(c.is_pinned)
      ORDER BY j.code, t.key
      """
    ).map { try .declaredLater(judge: $0["code"], team: $0["key"], isOpen: $0["is_open"]) }
  }

  /// The sheets that others entered and their judges have not saved themselves, where the round asks for that.
  func unconfirmed(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM unconfirmed_sheet AS u JOIN round AS r USING (event_id, round_id)
      JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE u.event_id = \(event) AND u.round_id = \(round) AND r.asks_confirmation
      ORDER BY j.code, t.key
      """
    ).map { try .unconfirmed(judge: $0["code"], team: $0["key"]) }
  }

  /// The active teams of the round that will not be ranked, with what keeps them from it.
  func ineligible(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT t.key, y.obstacle FROM round_team AS t JOIN team_eligibility AS y USING (event_id, team_id)
      WHERE t.event_id = \(event) AND t.round_id = \(round) AND t.status = 'active' AND y.obstacle IS NOT NULL
      ORDER BY t.key
      """
    ).map { try .ineligible($0["key"], obstacle: $0["obstacle"]) }
  }

  /// The assignments without a sheet, of active teams.
  func owed(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM assignment AS a JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE a.event_id = \(event) AND a.round_id = \(round) AND t.status = 'active'
        AND NOT EXISTS (SELECT FROM sheet AS s WHERE s.event_id = a.event_id AND s.round_id = a.round_id
          AND s.judge_id = a.judge_id AND s.team_id = a.team_id)
      ORDER BY j.code, t.key
      """
    ).map { try .owed(judge: $0["code"], team: $0["key"]) }
  }

  /// The sheets that were begun and are not ready, of active teams.
  func drafts(in round: RoundID, of event: EventID, in snapshot: Snapshot) throws -> [CoverageFinding] {
    try snapshot.rows(
      """
      SELECT j.code, t.key
      FROM sheet AS s JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
      WHERE s.event_id = \(event) AND s.round_id = \(round) AND s.status = 'draft' AND t.status = 'active'
      ORDER BY j.code, t.key
      """
    ).map { try .draft(judge: $0["code"], team: $0["key"]) }
  }
}
