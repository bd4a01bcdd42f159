import Postgres
import Vocabulary

/// All SQL about teams whose rows wait in the table `staged` (Imports), or that such rows name.
struct TeamImportStore {
  /// Finds which team each row means: by key, then by what the source calls it, then by name.
  func match(_ source: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET target = t.team_id
      FROM team AS t
      WHERE s.noun = 'team' AND t.event_id = \(event) AND t.key = s.key
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET target = o.record_id
      FROM import_origin AS o
      WHERE s.noun = 'team' AND s.target IS NULL AND o.event_id = \(event) AND o.noun = 'team' AND o.source = \(source)
        AND o.source_key = s.source_key
      """)
    // A name tells which team is meant where just one has it, here and in the file.
    try unit.execute(
      """
      UPDATE staged AS s SET target = n.team_id
      FROM (
        SELECT t.name_folded, min(t.team_id) AS team_id FROM team AS t
        WHERE t.event_id = \(event) AND NOT EXISTS (
          SELECT FROM import_origin AS o
          WHERE o.event_id = \(event) AND o.noun = 'team' AND o.record_id = t.team_id AND o.source = \(source)
            AND o.source_key IS NOT NULL)
        GROUP BY t.name_folded HAVING count(*) = 1) AS n
      WHERE s.noun = 'team' AND s.target IS NULL AND s.key IS NULL AND s.folded = n.name_folded
        AND NOT EXISTS (
          SELECT FROM staged AS o WHERE o.noun = 'team' AND o.folded = s.folded AND o.ctid <> s.ctid)
      """)
    try matchFormer(of: event, in: unit)
    try unit.execute(
      """
      UPDATE staged AS s SET last = o.fields
      FROM import_origin AS o
      WHERE s.noun = 'team' AND o.event_id = \(event) AND o.noun = 'team' AND o.record_id = s.target
        AND o.source = \(source)
      """)
  }

  /// Finds the teams into which those that rows name were merged; such a row changes nothing of them.
  private func matchFormer(of event: EventID, in unit: UnitOfWork) throws {
    let count = try unit.execute(
      """
      WITH former AS (
        UPDATE staged AS s SET target = f.team_id, given = '{}'
        FROM team_former_name AS f
        WHERE s.noun = 'team' AND s.target IS NULL AND f.event_id = \(event)
          AND f.name IN (s.key, s.source_key, CASE WHEN s.key IS NULL AND s.source_key IS NULL THEN s.folded END)
        RETURNING s.row, COALESCE(s.key, s.source_key, s.folded) AS name, f.team_id
      )
      INSERT INTO staged_problem (row, field, value, code, other, is_remark)
      SELECT m.row, 'key', m.name, 'merged', t.key, true
      FROM former AS m JOIN team AS t ON t.event_id = \(event) AND t.team_id = m.team_id
      """)
    guard count > 0 else { return }
    // What the merged team submitted follows it, unless the file says besides what the other submits.
    try unit.execute(
      """
      UPDATE staged AS s SET outcome = 'unchanged', team = NULL, team_folded = NULL
      FROM staged AS o JOIN staged_problem AS p ON p.row = o.row AND p.code = 'merged'
      WHERE s.noun = 'submission' AND o.noun = 'team' AND o.row = s.row AND EXISTS (
        SELECT FROM staged AS k WHERE k.noun = 'team' AND k.target = o.target AND k.row <> o.row)
      """)
  }

  /// Finds teams that stand twice in the file, and tracks that nobody knows.
  func check(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET given = s.given || jsonb_build_object('track', k.key)
      FROM track AS k
      WHERE s.noun = 'team' AND k.event_id = \(event) AND s.track_folded = ANY (k.names_folded)
      """)
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT row, 'key', key, 'same-key', first::text FROM (
        SELECT row, key, min(row) OVER (PARTITION BY key) AS first FROM staged
        WHERE noun = 'team' AND key IS NOT NULL) AS k
      WHERE row > first
      UNION ALL
      SELECT row, 'name', name, 'same-team', first::text FROM (
        SELECT row, given ->> 'name' AS name, min(row) OVER (PARTITION BY folded) AS first FROM staged
        WHERE noun = 'team' AND key IS NULL AND source_key IS NULL AND folded IS NOT NULL) AS n
      WHERE row > first
      UNION ALL
      SELECT row, 'name', name, 'same-team', first::text FROM (
        SELECT row, given ->> 'name' AS name, key, min(row) OVER (PARTITION BY target) AS first FROM staged
        WHERE noun = 'team' AND target IS NOT NULL) AS m
      WHERE row > first AND key IS NULL
      UNION ALL
      SELECT row, 'name', NULL, 'no-name', NULL FROM staged
      WHERE noun = 'team' AND target IS NULL AND NOT given ? 'name'
      UNION ALL
      SELECT row, 'track', given ->> 'track', 'track-unknown', NULL FROM staged AS s
      WHERE noun = 'team' AND given ? 'track'
        AND NOT EXISTS (SELECT FROM track AS k WHERE k.event_id = \(event) AND k.key = s.given ->> 'track')
      """)
  }

  /// Finds the teams that rows of people and submissions name: the one of the same row, or else by key or name.
  func resolve(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET team_id = COALESCE(
        (SELECT t.team_id FROM team AS t WHERE t.event_id = \(event) AND t.key = s.team),
        (SELECT min(t.team_id) FROM team AS t WHERE t.event_id = \(event) AND t.name_folded = s.team_folded
          HAVING count(*) = 1),
        (SELECT f.team_id FROM team_former_name AS f WHERE f.event_id = \(event) AND f.name = s.team),
        (SELECT f.team_id FROM team_former_name AS f WHERE f.event_id = \(event) AND f.name = s.team_folded))
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
        AND EXISTS (SELECT FROM team WHERE event_id = \(event))
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET team_id = o.target
      FROM staged AS o
      WHERE s.noun IN ('participant', 'submission') AND o.noun = 'team' AND o.row = s.row AND o.target IS NOT NULL
        AND s.outcome IS NULL
      """)
  }

  /// The names of teams that are not there yet, in the order of the file and as it first writes each.
  func newNames(_ most: Int, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT team FROM (
        SELECT DISTINCT ON (s.team_folded) s.team, s.row FROM staged AS s
        WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
          AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
        ORDER BY s.team_folded, s.row) AS n
      ORDER BY row
      LIMIT \(most)
      """
    ).map { try $0["team"] }
  }

  /// The keys and the names of the teams that are there.
  func knownNames(_ most: Int, of event: EventID, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT key AS name FROM team WHERE event_id = \(event)
      UNION SELECT name FROM team WHERE event_id = \(event)
      LIMIT \(most)
      """
    ).map { try $0["name"] }
  }

  func refuse(_ name: String, near other: String, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT row, 'team', team, 'team-unknown', \(other) FROM staged
      WHERE noun <> 'team' AND team_folded = \(FoldedName(keepingSymbols: name).text)
      """)
  }

  func remark(_ name: String, near other: String, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other, is_remark)
      SELECT row, 'team', team, 'almost-known', \(other), true FROM staged
      WHERE noun <> 'team' AND team_folded = \(FoldedName(keepingSymbols: name).text)
      """)
  }

  /// Finds people and submissions whose team is unknown.
  func refuseUnknown(_ code: String, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code)
      SELECT s.row, 'team', s.team, \(code) FROM staged AS s
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
        AND NOT EXISTS (SELECT FROM staged_problem AS p WHERE p.row = s.row AND p.field = 'team')
      """)
  }

  /// Finds teams that nobody knows in rows that speak of something else too.
  func refuseNew(_ code: String, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code)
      SELECT s.row, 'team', COALESCE(s.given ->> 'name', s.source_key), \(code) FROM staged AS s
      WHERE s.noun = 'team' AND s.target IS NULL
      """)
  }

  /// Finds teams that the file would add or change after judging has ended.
  func refuseLate(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, code, other)
      SELECT s.row, 'too-late', 'team'
      FROM staged AS s LEFT JOIN team_fields AS f ON f.event_id = \(event) AND f.team_id = s.target
      WHERE NOT takes_entries(\(event)) AND s.noun = 'team'
        AND NOT EXISTS (SELECT FROM staged_problem AS p WHERE p.row = s.row AND NOT p.is_remark)
        AND (f.team_id IS NULL
          OR f.fields || import_writable(f.fields, s.given, s.last, \(overwriting)) <> f.fields)
      """)
  }

  /// Finds people whose team is not active.
  func checkStanding(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT s.row, 'team', s.team, 'team-not-active', t.status
      FROM staged AS s JOIN team AS t ON t.event_id = \(event) AND t.team_id = s.team_id
      WHERE s.noun = 'participant' AND t.status <> 'active'
        AND NOT EXISTS (
          SELECT FROM team_member AS m
          WHERE m.event_id = \(event) AND m.participant_id = s.target AND m.team_id = t.team_id)
      """)
  }

  /// Finds people who are in another team already, withdrew, or left the team since the last import; they stay so.
  /// - Parameter overwriting: Whether a member who left joins again.
  func checkMoves(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other, is_remark)
      SELECT s.row, CASE WHEN s.is_main THEN 'team' ELSE 'email' END,
        CASE WHEN s.is_main THEN s.team ELSE s.given ->> 'email' END,
        CASE WHEN s.is_main THEN 'in-other-team' ELSE 'in-two-teams' END, t.key,
        s.last ->> 'team' = s.team OR NOT s.is_main
      FROM staged AS s
      JOIN team_member AS m ON m.event_id = \(event) AND m.participant_id = s.target
      JOIN team AS t ON t.event_id = \(event) AND t.team_id = m.team_id
      WHERE s.noun = 'participant' AND s.team IS NOT NULL AND s.team_id IS DISTINCT FROM m.team_id
      """)
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other, is_remark)
      SELECT s.row, 'team', s.team, CASE WHEN p.withdrawn_at IS NULL THEN 'left' ELSE 'withdrawn' END, p.display_name, true
      FROM staged AS s JOIN participant AS p ON p.event_id = \(event) AND p.participant_id = s.target
      WHERE s.noun = 'participant' AND s.team IS NOT NULL
        AND (p.withdrawn_at IS NOT NULL OR s.last ->> 'team' = s.team AND NOT \(overwriting))
        AND NOT EXISTS (
          SELECT FROM team_member AS m WHERE m.event_id = \(event) AND m.participant_id = s.target)
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET team = NULL, team_folded = NULL, team_id = NULL
      FROM participant AS p LEFT JOIN team_member AS m USING (event_id, participant_id)
      WHERE s.noun = 'participant' AND s.team IS NOT NULL AND p.event_id = \(event) AND p.participant_id = s.target
        AND (p.withdrawn_at IS NOT NULL
          OR m.team_id IS DISTINCT FROM s.team_id AND m.team_id IS NOT NULL
          OR m.team_id IS NULL AND s.last ->> 'team' = s.team AND NOT \(overwriting))
      """)
  }

  /// Finds rows beyond the last seat of their team, in the order of the file.
  func checkSeats(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT j.row, 'team', j.team, 'team-full', j.seats::text
      FROM (
        SELECT s.row, s.team, e.team_size AS seats,
          row_number() OVER (
            PARTITION BY s.team_id, CASE WHEN s.team_id IS NULL THEN COALESCE(o.row::text, s.team_folded) END ORDER BY s.row)
            + COALESCE(h.members, 0) AS seat
        FROM staged AS s
        JOIN event AS e ON e.event_id = \(event)
        LEFT JOIN staged AS o ON o.row = s.row AND o.noun = 'team'
        LEFT JOIN (
          SELECT team_id, count(*) AS members FROM team_member WHERE event_id = \(event) GROUP BY team_id) AS h
          ON h.team_id = s.team_id
        LEFT JOIN team_member AS m ON m.event_id = \(event) AND m.participant_id = s.target
        LEFT JOIN staged_problem AS p ON p.row = s.row AND NOT p.is_remark
        WHERE s.noun = 'participant' AND s.team IS NOT NULL AND m.team_id IS NULL AND p.row IS NULL) AS j
      WHERE j.seat > j.seats
      """)
  }

  /// Finds captains of a team that has another one, here or further up in the file.
  func checkCaptains(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, is_remark)
      SELECT c.row, 'is_captain', c.team, 'second-captain', true
      FROM (
        SELECT s.row, s.team, s.target, s.team_id, row_number() OVER (
          PARTITION BY s.team_id, CASE WHEN s.team_id IS NULL THEN COALESCE(o.row::text, s.team_folded) END ORDER BY s.row)
          AS occurrence
        FROM staged AS s LEFT JOIN staged AS o ON o.row = s.row AND o.noun = 'team'
        WHERE s.noun = 'participant' AND s.team IS NOT NULL AND s.is_captain) AS c
      LEFT JOIN team_member AS h ON h.event_id = \(event) AND h.team_id = c.team_id AND h.is_captain
      WHERE CASE WHEN h.participant_id IS NULL THEN c.occurrence > 1 ELSE h.participant_id IS DISTINCT FROM c.target END
      """)
  }
}
