import Postgres
import Vocabulary

/// All SQL about participants whose rows wait in the table `staged` (Imports).
struct ParticipantImportStore {
  /// Finds whom each row means: by key, then by what the source calls them, then by address.
  func match(_ source: String, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged AS s SET target = p.participant_id
      FROM participant AS p
      WHERE s.noun = 'participant' AND p.event_id = \(event) AND p.key = s.key
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET target = o.record_id
      FROM import_origin AS o
      WHERE s.noun = 'participant' AND s.target IS NULL AND o.event_id = \(event) AND o.noun = 'participant'
        AND o.source = \(source) AND o.source_key = s.source_key
      """)
    // An address that the source itself gave to two people does not tell who is meant, but for the first of them.
    try unit.execute(
      """
      UPDATE staged AS s SET target = p.participant_id
      FROM participant AS p, (
        SELECT ctid AS staged_row, row_number() OVER (PARTITION BY folded ORDER BY row) AS number
        FROM staged WHERE noun = 'participant' AND folded IS NOT NULL) AS n
      WHERE s.ctid = n.staged_row AND (n.number = 1 OR s.source_key IS NULL) AND s.noun = 'participant' AND s.target IS NULL AND s.key IS NULL
        AND p.event_id = \(event) AND p.email_folded = s.folded
        AND NOT EXISTS (
          SELECT FROM import_origin AS o
          WHERE o.event_id = \(event) AND o.noun = 'participant' AND o.record_id = p.participant_id
            AND o.source = \(source) AND o.source_key <> s.source_key)
      """)
    // Who is named within a team, and not otherwise known, is the member of that name.
    try unit.execute(
      """
      UPDATE staged AS s SET target = m.participant_id
      FROM (
        SELECT t.name_folded AS team, p.name_folded AS name, min(p.participant_id) AS participant_id
        FROM team_member AS m
        JOIN team AS t ON t.event_id = m.event_id AND t.team_id = m.team_id
        JOIN participant AS p ON p.event_id = m.event_id AND p.participant_id = m.participant_id
        WHERE m.event_id = \(event)
        GROUP BY t.name_folded, p.name_folded HAVING count(*) = 1) AS m
      WHERE s.noun = 'participant' AND NOT s.is_main AND s.target IS NULL AND s.folded IS NULL
        AND s.team_folded = m.team AND s.name_folded = m.name
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET last = o.fields
      FROM import_origin AS o
      WHERE s.noun = 'participant' AND o.event_id = \(event) AND o.noun = 'participant' AND o.record_id = s.target
        AND o.source = \(source)
      """)
  }

  // In both checks an address is free when its holder's row gives them another one, and it was not edited by hand since.

  /// Leaves an address that several people share with the first of them, where the source tells them apart otherwise.
  func unshareEmails(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH shared AS (
        SELECT s.ctid AS staged_row, s.row, s.given ->> 'email' AS email,
          row_number() OVER (PARTITION BY s.folded ORDER BY s.target NULLS LAST, s.row) > 1
          OR EXISTS (
            SELECT FROM participant AS p
            WHERE p.event_id = \(event) AND p.email_folded = s.folded AND p.participant_id IS DISTINCT FROM s.target
              AND NOT EXISTS (
                SELECT FROM staged AS g
                WHERE g.noun = 'participant' AND g.target = p.participant_id AND g.folded <> p.email_folded
                  AND (g.last IS NULL OR g.last ->> 'email' IS NOT DISTINCT FROM p.email)))
          AS is_later
        FROM staged AS s
        WHERE s.noun = 'participant' AND s.source_key IS NOT NULL AND s.folded IS NOT NULL
      ), emptied AS (
        UPDATE staged AS s SET folded = NULL, given = s.given - 'email'
        FROM shared WHERE s.ctid = shared.staged_row AND shared.is_later
      )
      INSERT INTO staged_problem (row, field, value, code, is_remark)
      SELECT row, 'email', email, 'shared-email', true FROM shared WHERE is_later
      """)
  }

  /// Finds rows that mean the same person, names nobody, or claim somebody else's address.
  func check(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT row, 'key', key, 'same-key', first::text FROM (
        SELECT row, key, is_main, min(row) OVER (PARTITION BY key) AS first FROM staged
        WHERE noun = 'participant' AND key IS NOT NULL) AS k
      WHERE row > first
      UNION ALL
      SELECT row, 'email', email, 'same-email', first::text FROM (
        SELECT row, given ->> 'email' AS email, is_main, min(row) OVER (PARTITION BY folded) AS first FROM staged
        WHERE noun = 'participant' AND folded IS NOT NULL) AS e
      WHERE row > first AND is_main
      UNION ALL
      SELECT s.row, 'email', s.given ->> 'email', 'email-taken', p.key
      FROM staged AS s JOIN participant AS p ON p.event_id = \(event) AND p.email_folded = s.folded
      WHERE s.noun = 'participant' AND p.participant_id IS DISTINCT FROM s.target AND NOT EXISTS (
          SELECT FROM staged AS g
          WHERE g.noun = 'participant' AND g.target = p.participant_id AND g.folded <> p.email_folded
            AND (g.last IS NULL OR g.last ->> 'email' IS NOT DISTINCT FROM p.email))
      UNION ALL
      SELECT row, 'email', email, 'same-person', first::text FROM (
        SELECT row, given ->> 'email' AS email, is_main, folded, key, min(row) OVER (PARTITION BY target) AS first,
          min(row) OVER (PARTITION BY target, folded) AS first_with_address
        FROM staged WHERE noun = 'participant' AND target IS NOT NULL) AS t
      WHERE row > first AND row = first_with_address AND is_main AND key IS NULL
      UNION ALL
      SELECT row, 'display_name', NULL, 'no-name', NULL FROM staged
      WHERE noun = 'participant' AND is_main AND target IS NULL AND NOT given ? 'display_name'
      """)
  }

  /// Keeps the first of several rows that name the same person only besides, such as a member of two projects; nobody is
  /// named besides who has a row of their own, or who is named in the same team with an address.
  func mergeRepeated(in unit: UnitOfWork) throws {
    try mergeIntoOwnRows(in: unit)
    try unit.execute(
      """
      DELETE FROM staged AS s USING staged AS o
      WHERE s.noun = 'participant' AND NOT s.is_main AND s.folded IS NULL AND o.noun = 'participant'
        AND o.name_folded = s.name_folded AND COALESCE(o.team_folded, '') = COALESCE(s.team_folded, '')
        AND (o.is_main OR o.folded IS NOT NULL OR (o.row, o.ctid) < (s.row, s.ctid))
      """)
    try unit.execute(
      """
      WITH named AS (
        SELECT ctid, row, row_number() OVER same AS number, given ->> 'email' AS email, team_folded,
          first_value(team) OVER same AS team, first_value(team_folded) OVER same AS first
        FROM staged
        WHERE noun = 'participant' AND NOT is_main AND folded IS NOT NULL
        WINDOW same AS (PARTITION BY folded ORDER BY row)
      ), told AS (
        INSERT INTO staged_problem (row, field, value, code, other, is_remark)
        SELECT row, 'email', email, 'in-two-teams', team, true FROM named WHERE number > 1 AND team_folded <> first
      )
      DELETE FROM staged AS s USING named AS r WHERE s.ctid = r.ctid AND r.number > 1
      """)
  }

  private func mergeIntoOwnRows(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other, is_remark)
      SELECT s.row, 'email', s.given ->> 'email', 'in-two-teams', o.team, true
      FROM staged AS s JOIN staged AS o ON o.folded = s.folded
      WHERE s.noun = 'participant' AND NOT s.is_main AND o.noun = 'participant' AND o.is_main
        AND s.team_folded <> o.team_folded
      """)
    try unit.execute(
      """
      UPDATE staged AS o SET team = s.team, team_folded = s.team_folded, made_key = s.made_key, is_captain = s.is_captain
      FROM (
        SELECT DISTINCT ON (folded) folded, team, team_folded, made_key, is_captain FROM staged
        WHERE noun = 'participant' AND NOT is_main AND team IS NOT NULL ORDER BY folded, row) AS s
      WHERE o.noun = 'participant' AND o.is_main AND o.team IS NULL AND o.folded = s.folded
      """)
    // One condition each: with OR between them every row would be tried with every other.
    for column in ["folded", "target"] {
      try unit.execute(
        """
        DELETE FROM staged AS s USING staged AS o
        WHERE s.noun = 'participant' AND NOT s.is_main AND o.noun = 'participant' AND o.is_main
          AND o.\(identifier: column) = s.\(identifier: column)
        """)
    }
  }

  /// Adds those who are new.
  func insert(of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH taken AS MATERIALIZED (
        SELECT key FROM participant WHERE event_id = \(event)
        UNION SELECT key FROM staged WHERE noun = 'participant' AND key IS NOT NULL
      ), numbered AS MATERIALIZED (
        SELECT staged_row, key, nextval((SELECT pg_get_serial_sequence('participant', 'participant_id'))::regclass) AS number
        FROM (
          SELECT ctid AS staged_row, key FROM staged WHERE noun = 'participant' AND target IS NULL ORDER BY row) AS o
      )
      UPDATE staged AS s SET
        target = n.number, outcome = 'created',
        key = COALESCE(n.key, 'p-' || n.number || CASE WHEN t.key IS NULL THEN '' ELSE '-x' END)
      FROM numbered AS n LEFT JOIN taken AS t ON t.key = 'p-' || n.number
      WHERE s.ctid = n.staged_row
      """)
    try unit.execute(
      """
      INSERT INTO participant (
        event_id, participant_id, key, given_name, family_name, display_name, name_folded, email, email_folded, country,
        city, affiliation, affiliation_folded, languages, alias, may_be_named, registration_source, registered_at, registered_as_written)
      OVERRIDING SYSTEM VALUE
      SELECT \(event), target, key, COALESCE(given ->> 'given_name', ''), COALESCE(given ->> 'family_name', ''),
        given ->> 'display_name', name_folded, given ->> 'email', folded, given ->> 'country', given ->> 'city',
        given ->> 'affiliation', affiliation_folded, COALESCE(given ->> 'languages', ''), given ->> 'alias',
        COALESCE((given ->> 'may_be_named')::boolean, false), given ->> 'registration_source',
        (given ->> 'received_at')::timestamptz, given ->> 'received_as_written'
      FROM staged
      WHERE noun = 'participant' AND outcome = 'created'
      ORDER BY row
      """)
    try unit.execute(
      """
      INSERT INTO audit_batch (key, new)
      SELECT target::text, given FROM staged WHERE noun = 'participant' AND outcome = 'created' ORDER BY row
      """)
  }

  /// Writes what changed of those who are known, but nothing that was edited by hand since the same source wrote it.
  func update(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH change AS (
        SELECT s.ctid AS staged_row, s.row, f.fields AS held, s.given,
          import_writable(f.fields, s.given, s.last, \(overwriting)) AS written
        FROM staged AS s JOIN participant_fields AS f ON f.event_id = \(event) AND f.participant_id = s.target
        WHERE s.noun = 'participant' AND s.outcome IS NULL
      ), kept AS (
        INSERT INTO staged_problem (row, field, value, code, other, is_remark)
        SELECT c.row, g.key, g.value, 'kept', c.held ->> g.key, true
        FROM change AS c CROSS JOIN LATERAL jsonb_each_text(c.given) AS g
        WHERE NOT c.written ? g.key
      ), logged AS (
        INSERT INTO audit_batch (key, old, new)
        SELECT s.target::text, c.held, c.held || c.written
        FROM change AS c JOIN staged AS s ON s.ctid = c.staged_row
        WHERE c.held || c.written <> c.held
        ORDER BY c.row
      ), changed AS (
        UPDATE participant AS p SET
          given_name = COALESCE(n.fields ->> 'given_name', ''), family_name = COALESCE(n.fields ->> 'family_name', ''),
          display_name = n.fields ->> 'display_name',
          name_folded = CASE WHEN n.written ? 'display_name' THEN n.name_folded ELSE p.name_folded END, email = n.fields ->> 'email',
          email_folded = CASE WHEN n.written ? 'email' THEN n.folded ELSE p.email_folded END,
          country = n.fields ->> 'country', city = n.fields ->> 'city', affiliation = n.fields ->> 'affiliation',
          affiliation_folded = CASE
            WHEN n.written ? 'affiliation' THEN n.affiliation_folded ELSE p.affiliation_folded END,
          languages = COALESCE(n.fields ->> 'languages', ''), alias = n.fields ->> 'alias',
          may_be_named = (n.fields ->> 'may_be_named')::boolean, registration_source = n.fields ->> 'registration_source',
          registered_at = (n.fields ->> 'received_at')::timestamptz,
          registered_as_written = n.fields ->> 'received_as_written'
        FROM (
          SELECT s.target, s.folded, s.name_folded, s.affiliation_folded, c.written, c.held || c.written AS fields
          FROM change AS c JOIN staged AS s ON s.ctid = c.staged_row
          WHERE c.held || c.written <> c.held) AS n
        WHERE p.event_id = \(event) AND p.participant_id = n.target
      )
      UPDATE staged AS s SET
        outcome = CASE WHEN c.held || c.written = c.held THEN 'unchanged' ELSE 'updated' END, given = c.written
      FROM change AS c
      WHERE s.ctid = c.staged_row
      """)
  }
}
