import Postgres
import Vocabulary

/// All SQL about organisations whose rows wait in the table `staged` (Imports): a row for each role of each.
struct OrganisationImportStore {
  /// What a row may write.
  struct StagedStanding {
    let row: Int
    let organisation: Organisation
    let role: Organisation.Role
    let printOrder: Int?
  }

  /// Finds rows that give one organisation the same role twice.
  func check(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      INSERT INTO staged_problem (row, field, value, code, other)
      SELECT row, 'role', role, 'same-role', first::text FROM (
        SELECT row, given ->> 'role' AS role, min(row) OVER (PARTITION BY key, given ->> 'role') AS first
        FROM staged WHERE noun = 'organisation') AS r
      WHERE row > first
      """)
  }

  /// Lets all rows of an organisation say what any of them does; where they differ, the last one counts.
  func gather(in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged SET
        made_key = given ->> 'role', given = given - 'role' - 'order'
          || jsonb_strip_nulls(jsonb_build_object('order of ' || (given ->> 'role'), given ->> 'order'))
      WHERE noun = 'organisation' AND given ? 'role'
      """)
    try unit.execute(
      """
      UPDATE staged AS s SET given = g.fields
      FROM (
        SELECT s.key, jsonb_object_agg(f.key, f.value ORDER BY s.row) AS fields
        FROM staged AS s CROSS JOIN LATERAL jsonb_each(s.given) AS f
        WHERE s.noun = 'organisation' GROUP BY s.key) AS g
      WHERE s.noun = 'organisation' AND s.key = g.key
      """)
  }

  /// Leaves out what was edited by hand since the source last wrote it, and remarks it.
  func keepEdits(from source: String, overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      WITH change AS (
        SELECT s.row, s.row = min(s.row) OVER (PARTITION BY s.key) AS is_first, f.fields AS held, s.given,
          import_writable(f.fields, s.given, o.fields, \(overwriting)) AS written
        FROM staged AS s
        JOIN organisation_fields AS f ON f.event_id = \(event) AND f.key = s.key
        LEFT JOIN import_origin AS o ON o.event_id = f.event_id AND o.noun = 'organisation'
          AND o.record_id = f.organisation_id AND o.source = \(source)
        WHERE s.noun = 'organisation'
      ), kept AS (
        INSERT INTO staged_problem (row, field, value, code, other, is_remark)
        SELECT c.row, regexp_replace(g.key, ' of .*', ''), g.value, 'kept', c.held ->> g.key, true
        FROM change AS c CROSS JOIN LATERAL jsonb_each_text(c.given) AS g
        WHERE c.is_first AND NOT c.written ? g.key
      )
      UPDATE staged AS s SET given = c.written FROM change AS c WHERE s.noun = 'organisation' AND s.row = c.row
      """)
  }

  func standings(in unit: UnitOfWork) throws -> [StagedStanding] {
    try unit.rows(
      """
      SELECT row, key, localised_of(given, 'name') AS name, localised_of(given, 'acronym') AS acronym,
        given ->> 'url' AS url, given ->> 'logo' AS logo, made_key AS role,
        (given ->> ('order of ' || made_key))::integer AS print_order
      FROM staged
      WHERE noun = 'organisation'
      ORDER BY row
      """
    ).map { row in
      try StagedStanding(
        row: row["row"],
        organisation: Organisation(
          key: row["key"], name: row["name"], acronym: row["acronym"], url: row["url"], logo: row["logo"]),
        role: row["role"], printOrder: row["print_order"])
    }
  }

  /// - Parameter key: Whose later imports are compared with this row; nil for a row under another name.
  func settle(_ row: Int, _ outcome: Outcome, as key: Slug?, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE staged SET outcome = \(outcome.rawValue), target = (
        SELECT organisation_id FROM organisation WHERE event_id = \(event) AND key = \(key))
      WHERE noun = 'organisation' AND row = \(row)
      """)
  }

  /// The position behind all that share a role.
  func nextPlace(in role: Organisation.Role, of event: EventID, in unit: UnitOfWork) throws -> Int {
    try unit.value(
      """
      SELECT COALESCE(max(print_order), 0) + 1 FROM organisation_role WHERE event_id = \(event) AND role = \(role)
      """) ?? 1
  }
}
