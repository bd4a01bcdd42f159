public import Postgres
public import Vocabulary

/// Reads by which words the records of an event are known.
public enum NameStore {
  /// The keys with the names that people know them by, in every language, and their addresses.
  public static func words(of noun: KeyNoun, _ event: EventID, in snapshot: Snapshot) throws -> KnownWords<String> {
    let rows = try snapshot.rows(
      """
      SELECT r.key, COALESCE(string_agg(n.name, E'\\n'), '') AS names
      FROM (
        SELECT t.\(identifier: noun.column) AS key, to_jsonb(t) AS record
        FROM \(identifier: noun.table) AS t WHERE t.event_id = \(event)) AS r
      CROSS JOIN LATERAL (SELECT COALESCE(r.record -> 'name', r.record -> 'title', r.record -> 'label') AS name) AS c
      LEFT JOIN LATERAL (
        SELECT e.value AS name FROM jsonb_each_text(
          CASE jsonb_typeof(c.name) WHEN 'object' THEN c.name WHEN 'string' THEN jsonb_build_object('name', c.name)
            ELSE '{}' END) AS e
        UNION ALL SELECT r.record ->> 'email') AS n ON n.name <> ''
      GROUP BY r.key
      """)
    return KnownWords(
      try rows.map { row in
        let (key, names): (String, String) = try (row["key"], row["names"])
        return (id: key, key: key, names: names.split(separator: "\n").map(String.init))
      })
  }
}
