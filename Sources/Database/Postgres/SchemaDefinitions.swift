/// A part of the schema that is not what the program brings.
public struct SchemaDifference: Equatable, Sendable {
  public enum Fault: Equatable, Sendable {
    case missing
    case changed
    /// There is something that the program does not bring, such as another trigger.
    case unknown
  }

  /// What it is and how it is called, such as "trigger score.score_within_scale".
  public let name: String
  public let fault: Fault
}

/// The definitions of everything in one schema, by kind and name.
struct SchemaDefinitions {
  private let definitions: [String: String]

  /// - Parameter schema: Names within it are written without its own, so that two schemas can be compared.
  init(of schema: String, in session: Session) throws {
    try session.run(script: "SET LOCAL search_path TO \(schema)")
    definitions = try session.query(Self.question(schema)).reduce(into: [:]) { definitions, row in
      let (name, definition): (String, String) = try (row["name"], row["definition"])
      definitions[name] = definition
    }
  }

  func differences(from found: SchemaDefinitions) -> [SchemaDifference] {
    Set(definitions.keys).union(found.definitions.keys).sorted().compactMap { name in
      switch (definitions[name], found.definitions[name]) {
      case (_?, nil): SchemaDifference(name: name, fault: .missing)
      case (nil, _?): SchemaDifference(name: name, fault: .unknown)
      case (let expected, let found): expected == found ? nil : SchemaDifference(name: name, fault: .changed)
      }
    }
  }

  /// The statements that remove the triggers and rules of some names, as `SchemaDifference` has them, and enable all others.
  static func repairs(removing names: [String], in schema: String) -> SQL {
    """
    -- Only a superuser may enable the triggers of foreign keys, and only a superuser could disable them.
    SELECT format('ALTER TABLE %I.%I ENABLE TRIGGER %s', \(schema)::text, c.relname,
      CASE WHEN bool_or(t.tgisinternal) THEN 'ALL' ELSE 'USER' END) AS statement
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = \(schema)) AND t.tgenabled <> 'O'
    GROUP BY c.relname
    UNION ALL
    SELECT format('DROP %s %I ON %I.%I', d.kind, d.name, \(schema)::text, c.relname) AS statement
    FROM (
      SELECT 'TRIGGER' AS kind, t.tgname AS name, t.tgrelid AS relation FROM pg_trigger AS t WHERE NOT t.tgisinternal
      UNION ALL
      SELECT 'RULE', r.rulename, r.ev_class FROM pg_rewrite AS r WHERE r.rulename <> '_RETURN') AS d
    JOIN pg_class AS c ON c.oid = d.relation
    WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = \(schema))
      AND lower(d.kind) || ' ' || c.relname || '.' || d.name = ANY (\(names)::text[])
    """
  }

  /// Functions of extensions are PostgreSQL's own. The tables by which the program knows the schema's version belong to no migration.
  private static func question(_ schema: String) -> SQL {
    """
    WITH class AS (
      SELECT c.oid, c.relname, c.relkind, c.relpersistence::text, c.relrowsecurity, c.relforcerowsecurity FROM pg_class AS c
      WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = \(schema))
        AND c.relname NOT IN ('schema_migration', 'schema_routine')
    )
    SELECT 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
      concat_ws(E'\\n', pg_get_function_result(p.oid), p.prosrc, p.provolatile, p.prosecdef, p.proconfig, l.lanname)
        AS definition
    FROM pg_proc AS p JOIN pg_language AS l ON l.oid = p.prolang
    WHERE p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = \(schema))
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'view ' || c.relname, pg_get_viewdef(c.oid) FROM class AS c WHERE c.relkind = 'v'
    UNION ALL
    SELECT 'trigger ' || c.relname || '.' || t.tgname, replace(pg_get_triggerdef(t.oid), \(schema) || '.', '') || ' ' || t.tgenabled::text
    FROM class AS c JOIN pg_trigger AS t ON t.tgrelid = c.oid
    WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'rule ' || c.relname || '.' || r.rulename, replace(pg_get_ruledef(r.oid), \(schema) || '.', '') || ' ' || r.ev_enabled::text
    FROM class AS c JOIN pg_rewrite AS r ON r.ev_class = c.oid
    WHERE r.rulename <> '_RETURN'
    UNION ALL
    SELECT 'table ' || c.relname, concat_ws(' ', c.relpersistence, c.relrowsecurity, c.relforcerowsecurity)
    FROM class AS c WHERE c.relkind IN ('r', 'p')
    UNION ALL
    SELECT 'trigger ' || c.relname || '.foreign_keys', string_agg(DISTINCT t.tgenabled::text, '')
    FROM class AS c JOIN pg_trigger AS t ON t.tgrelid = c.oid
    WHERE t.tgisinternal
    GROUP BY c.relname
    UNION ALL
    SELECT 'constraint ' || c.relname || '.' || k.conname, concat_ws(' ', pg_get_constraintdef(k.oid), k.convalidated)
    FROM class AS c JOIN pg_constraint AS k ON k.conrelid = c.oid
    WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
    UNION ALL
    SELECT 'index ' || c.relname, replace(pg_get_indexdef(c.oid), \(schema) || '.', '') || ' ' || i.indisvalid
    FROM class AS c JOIN pg_index AS i ON i.indexrelid = c.oid JOIN class AS t ON t.oid = i.indrelid
    UNION ALL
    SELECT 'column ' || c.relname || '.' || a.attname,
      concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
        pg_get_expr(d.adbin, d.adrelid))
    FROM class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    LEFT JOIN pg_attrdef AS d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
    WHERE c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped
    """
  }
}
