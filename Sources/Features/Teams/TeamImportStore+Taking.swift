import Postgres
import Vocabulary

extension TeamImportStore {
  /// Lets a row wait for each team that is only named, once.
  func stageNamedTeams(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged (row, line, noun, is_main, is_skipped, folded, made_key, given)
      SELECT DISTINCT ON (s.team_folded)
        s.row, s.line, 'team', false, false, s.team_folded, s.made_key, jsonb_build_object('name', s.team)
      FROM staged AS s
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND NOT EXISTS (SELECT FROM staged AS o WHERE o.row = s.row AND o.noun = 'team')
      ORDER BY s.team_folded, s.row
      """)
  }

  /// Adds the teams that are new, each under a key made of its name; where that is taken, its number makes it unique.
  func insert(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET target = n.number, outcome = 'created'
      FROM (
        SELECT staged_row, nextval((SELECT pg_get_serial_sequence('team', 'team_id'))::regclass) AS number
        FROM (
          SELECT ctid AS staged_row FROM staged
          WHERE noun = 'team' AND target IS NULL
          ORDER BY row) AS o) AS n
      WHERE s.ctid = n.staged_row
      """)
    try unit.execute(
      """
      WITH taken AS MATERIALIZED (
        SELECT key FROM team WHERE event_id = \(event)
        UNION SELECT key FROM staged WHERE noun = 'team' AND key IS NOT NULL
      ), wanted AS MATERIALIZED (
        SELECT s.ctid AS staged_row, s.target, COALESCE(s.made_key, 'team') AS base,
          t.key IS NULL AND row_number() OVER (PARTITION BY COALESCE(s.made_key, 'team') ORDER BY s.row) = 1 AS is_free
        FROM staged AS s LEFT JOIN taken AS t ON t.key = COALESCE(s.made_key, 'team')
        WHERE s.noun = 'team' AND s.outcome = 'created' AND s.key IS NULL
      ), numbered AS (
        SELECT staged_row, base, is_free, left(base, 40) || '-' || target AS key FROM wanted
      )
      UPDATE staged AS s SET key = CASE
        WHEN n.is_free THEN n.base
        WHEN t.key IS NULL AND w.base IS NULL THEN n.key
        ELSE n.key || '-x' END
      FROM numbered AS n
      LEFT JOIN taken AS t ON t.key = n.key
      LEFT JOIN (SELECT DISTINCT base FROM wanted) AS w ON w.base = n.key
      WHERE s.ctid = n.staged_row
      """)
    try unit.execute(
      """
      INSERT INTO team (
        event_id, team_id, key, name, name_folded, city, country, about, affiliation, affiliation_folded, track_id,
        declared_size, table_label, room)
      OVERRIDING SYSTEM VALUE
      SELECT \(event), s.target, s.key, s.given ->> 'name', s.folded, localised_of(s.given, 'city'), s.given ->> 'country',
        localised_of(s.given, 'about'), s.given ->> 'affiliation', s.affiliation_folded, k.track_id,
        (s.given ->> 'declared_size')::integer, s.given ->> 'table', s.given ->> 'room'
      FROM staged AS s LEFT JOIN track AS k ON k.event_id = \(event) AND k.key = s.given ->> 'track'
      WHERE s.noun = 'team' AND s.outcome = 'created'
      ORDER BY s.row
      """)
    try unit.execute(
      """
      INSERT INTO audit_batch (key, new)
      SELECT key, given FROM staged WHERE noun = 'team' AND outcome = 'created' ORDER BY row
      """)
  }

  /// Writes what changed of the teams that are known, but nothing that was edited by hand since.
  func update(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH change AS (
        SELECT s.ctid AS staged_row, s.row, f.key, f.fields AS held, s.given, s.target, s.folded, s.affiliation_folded,
          import_writable(f.fields, s.given, s.last, \(overwriting)) AS written
        FROM staged AS s JOIN team_fields AS f ON f.event_id = \(event) AND f.team_id = s.target
        WHERE s.noun = 'team' AND s.outcome IS NULL
      ), kept AS (
        INSERT INTO staged_problem (row, field, value, code, other, is_remark)
        SELECT c.row, g.key, g.value, 'kept', c.held ->> g.key, true
        FROM change AS c CROSS JOIN LATERAL jsonb_each_text(c.given) AS g
        WHERE NOT c.written ? g.key
      ), logged AS (
        INSERT INTO audit_batch (key, old, new)
        SELECT c.key, c.held, c.held || c.written FROM change AS c WHERE c.held || c.written <> c.held ORDER BY c.row
      ), changed AS (
        UPDATE team AS t SET
          name = n.fields ->> 'name', name_folded = CASE WHEN n.written ? 'name' THEN n.folded ELSE t.name_folded END,
          city = localised_of(n.fields, 'city'), about = localised_of(n.fields, 'about'),
          country = n.fields ->> 'country', affiliation = n.fields ->> 'affiliation',
          affiliation_folded = CASE
            WHEN n.written ? 'affiliation' THEN n.affiliation_folded ELSE t.affiliation_folded END,
          track_id = (SELECT k.track_id FROM track AS k WHERE k.event_id = \(event) AND k.key = n.fields ->> 'track'),
          declared_size = (n.fields ->> 'declared_size')::integer, table_label = n.fields ->> 'table',
          room = n.fields ->> 'room'
        FROM (SELECT *, held || written AS fields FROM change WHERE held || written <> held) AS n
        WHERE t.event_id = \(event) AND t.team_id = n.target
      )
      UPDATE staged AS s SET
        outcome = CASE WHEN c.held || c.written = c.held THEN 'unchanged' ELSE 'updated' END, given = c.written
      FROM change AS c
      WHERE s.ctid = c.staged_row
      """)
  }

  /// Finds the teams that were just made for the rows that name them.
  func resolveNewTeams(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET team_id = o.target
      FROM staged AS o
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND o.noun = 'team' AND o.row = s.row AND o.folded = s.team_folded
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET team_id = o.target
      FROM staged AS o
      WHERE s.noun IN ('participant', 'submission') AND s.team IS NOT NULL AND s.team_id IS NULL
        AND o.noun = 'team' AND o.outcome = 'created' AND o.source_key IS NULL AND o.folded = s.team_folded
      """)
  }

  /// Puts people into the teams that their rows name.
  func insertMembers(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH joined AS (
        INSERT INTO team_member (event_id, participant_id, team_id, is_captain)
        SELECT \(event), s.target, s.team_id,
          s.is_captain
          AND row_number() OVER (PARTITION BY s.team_id ORDER BY s.is_captain DESC, s.row) = 1
          AND NOT EXISTS (
            SELECT FROM team_member AS c WHERE c.event_id = \(event) AND c.team_id = s.team_id AND c.is_captain)
        FROM staged AS s
        WHERE s.noun = 'participant' AND s.team_id IS NOT NULL AND NOT EXISTS (
          SELECT FROM team_member AS m WHERE m.event_id = \(event) AND m.participant_id = s.target)
        ORDER BY s.team_id, s.row
        RETURNING participant_id, team_id, is_captain
      ), logged AS (
        INSERT INTO audit_batch (key, new)
        SELECT j.participant_id::text, jsonb_build_object('team', t.key, 'captain', j.is_captain)
        FROM joined AS j JOIN team AS t ON t.event_id = \(event) AND t.team_id = j.team_id
      ), counted AS (
        INSERT INTO staged_tally (noun, outcome, records) SELECT 'member', 'created', count(*) FROM joined
      )
      UPDATE staged AS s SET outcome = 'updated'
      FROM joined AS j
      WHERE s.noun = 'participant' AND s.target = j.participant_id AND s.outcome = 'unchanged'
      """)
  }
}
