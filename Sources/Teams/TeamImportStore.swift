import Competition
import Postgres

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
    try unit.execute(
      """
      UPDATE staged AS s SET last = o.fields
      FROM import_origin AS o
      WHERE s.noun = 'team' AND o.event_id = \(event) AND o.noun = 'team' AND o.record_id = s.target
        AND o.source = \(source)
      """)
  }

  /// Finds teams that stand twice in the file, and tracks that nobody knows.
  func check(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET given = s.given || jsonb_build_object('track', k.key)
      FROM track AS k
      WHERE s.noun = 'team' AND k.event_id = \(event) AND s.given ? 'track' AND EXISTS (
        SELECT FROM jsonb_each_text(k.name) AS n WHERE lower(n.value) = lower(s.given ->> 'track'))
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
          HAVING count(*) = 1))
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
        AND EXISTS (SELECT FROM team WHERE event_id = \(event))
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET team_id = o.target
      FROM staged AS o
      WHERE s.noun IN ('participant', 'submission') AND o.noun = 'team' AND o.row = s.row AND o.target IS NOT NULL
      """)
  }

  /// The names of teams that are not there yet, as rows of people write them.
  func newNames(_ most: Int, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      SELECT DISTINCT s.team FROM staged AS s
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
      ORDER BY s.team
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
      SELECT row, 'team', team, 'team-unknown', \(other) FROM staged WHERE noun <> 'team' AND team = \(name)
      """)
  }

  /// Finds rows whose team is unknown and cannot be made, or is out.
  /// - Parameters:
  ///   - makesTeams: Whether a team that nobody knows is made of its name.
  ///   - isAboutTeams: Whether the file lists teams, which then may be new.
  func checkReferences(makesTeams: Bool, isAboutTeams: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code)
      SELECT s.row, 'team', s.team, 'team-unknown' FROM staged AS s
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND NOT \(makesTeams)
        AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
      """)
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code)
      SELECT s.row, 'team', COALESCE(s.given ->> 'name', s.source_key), 'team-unknown' FROM staged AS s
      WHERE s.noun = 'team' AND s.target IS NULL AND NOT \(makesTeams || isAboutTeams)
      """)
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT s.row, 'team', s.team, 'team-is-out', t.state
      FROM staged AS s JOIN team AS t ON t.event_id = \(event) AND t.team_id = s.team_id
      WHERE s.noun = 'participant' AND t.state <> 'active'
        AND NOT EXISTS (
          SELECT FROM team_member AS m
          WHERE m.event_id = \(event) AND m.participant_id = s.target AND m.team_id = t.team_id)
      """)
  }

  /// Finds people who are in another team already; one who was moved by hand since the last import stays there.
  func checkMoves(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other, is_remark)
      SELECT s.row, 'team', s.team,
        CASE WHEN s.last ->> 'team' = s.team THEN 'kept' ELSE 'in-other-team' END, t.key,
        s.last ->> 'team' = s.team OR NOT s.is_main
      FROM staged AS s
      JOIN team_member AS m ON m.event_id = \(event) AND m.participant_id = s.target
      JOIN team AS t ON t.event_id = \(event) AND t.team_id = m.team_id
      WHERE s.noun = 'participant' AND s.team IS NOT NULL AND s.team_id IS DISTINCT FROM m.team_id
      """)
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, is_remark)
      SELECT s.row, 'team', s.team, 'withdrawn', true
      FROM staged AS s JOIN participant AS p ON p.event_id = \(event) AND p.participant_id = s.target
      WHERE s.noun = 'participant' AND s.team IS NOT NULL AND p.withdrawn_at IS NOT NULL
      """)
    // Whoever stays where they are joins nobody.
    try unit.execute(
      """
      UPDATE staged AS s SET team = NULL, team_folded = NULL, team_id = NULL
      FROM staged_problem AS p
      WHERE s.noun = 'participant' AND p.row = s.row AND p.field = 'team' AND p.is_remark
        AND (s.is_main OR EXISTS (
          SELECT FROM team_member AS m WHERE m.event_id = \(event) AND m.participant_id = s.target))
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
}
