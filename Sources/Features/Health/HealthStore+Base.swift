import Postgres

extension HealthStore {
  /// The server's version, the database's encoding and the schema's step.
  func server() throws -> (version: String, encoding: String, schema: Int) {
    let row = try snapshot.row(
      """
      SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
        (SELECT max(version) FROM schema_migration) AS schema
      """)
    return try (row?["version"] ?? "", row?["encoding"] ?? "", row?["schema"] ?? 0)
  }

  /// Whether the connected user could switch the guards off.
  func ownsTables() throws -> Bool {
    try snapshot.value(
      """
      SELECT rolsuper OR pg_has_role(c.relowner, 'USAGE')
      FROM pg_roles CROSS JOIN pg_class AS c
      WHERE rolname = current_user AND c.oid = 'event'::regclass
      """) ?? false
  }

  /// The triggers that stand and fire, as "table.trigger".
  func firingTriggers() throws -> Set<String> {
    try Set(
      names(
        """
        SELECT c.relname || '.' || t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
          AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'event'::regclass)
        """))
  }

  /// The constraints that are valid and the unique indexes, by their names.
  func validConstraints() throws -> Set<String> {
    try Set(
      names(
        """
        SELECT conname::text FROM pg_constraint
        WHERE convalidated AND connamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'event'::regclass)
        UNION
        SELECT c.relname::text FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
        WHERE i.indisunique AND i.indisvalid
          AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'event'::regclass)
        """))
  }
}
