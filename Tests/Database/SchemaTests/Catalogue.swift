import Foundation
import Postgres

/// What the server's catalogue says of our tables and views.
struct Catalogue {
  struct Column {
    let name: String
    let type: String
    let isRequired: Bool
    let isKey: Bool
    let comment: String?
  }

  struct Reference {
    let table: String
    let columns: String
    let isRequired: Bool
    /// Whether at most one row refers to the same one.
    let isUnique: Bool
  }

  struct Table {
    let name: String
    let comment: String?
    var columns: [Column] = []
    var references: [Reference] = []
  }

  private(set) var tables: [String: Table] = [:]
  private(set) var viewComments: [String: String] = [:]

  init(_ snapshot: Snapshot) throws {
    try readRelations(snapshot)
    try readColumns(snapshot)
    try readReferences(snapshot)
  }

  private mutating func readRelations(_ snapshot: Snapshot) throws {
    let rows = try snapshot.rows(
      """
      SELECT c.relname::text AS name, c.relkind = 'v' AS is_view, obj_description(c.oid, 'pg_class') AS comment
      FROM pg_class AS c
      WHERE c.relnamespace = \(Session.schema)::regnamespace AND c.relkind IN ('r', 'v')
      """)
    for row in rows {
      let name: String = try row["name"]
      let comment: String? = try row["comment"]
      if try row["is_view"] { viewComments[name] = comment } else { tables[name] = Table(name: name, comment: comment) }
    }
  }

  private mutating func readColumns(_ snapshot: Snapshot) throws {
    let rows = try snapshot.rows(
      """
      SELECT c.relname::text AS relation, a.attname::text AS name,
        replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz') AS type,
        a.attnotnull AS is_required, COALESCE(a.attnum = ANY (k.conkey), false) AS is_key,
        col_description(c.oid, a.attnum) AS comment
      FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'p'
      WHERE c.relnamespace = \(Session.schema)::regnamespace AND c.relkind = 'r'
      ORDER BY c.relname, a.attnum
      """)
    for row in rows {
      let relation: String = try row["relation"]
      tables[relation]?.columns.append(
        Column(
          name: try row["name"], type: try row["type"], isRequired: try row["is_required"], isKey: try row["is_key"],
          comment: try row["comment"]))
    }
  }

  private mutating func readReferences(_ snapshot: Snapshot) throws {
    let rows = try snapshot.rows(
      """
      SELECT c.relname::text AS relation, o.relname::text AS other, string_agg(a.attname, ', ' ORDER BY u.place) AS columns,
        bool_and(a.attnotnull) AS is_required, EXISTS (
          SELECT FROM pg_constraint AS q
          WHERE q.conrelid = k.conrelid AND q.contype IN ('p', 'u') AND q.conkey <@ k.conkey) AS is_unique
      FROM pg_constraint AS k
      JOIN pg_class AS c ON c.oid = k.conrelid
      JOIN pg_class AS o ON o.oid = k.confrelid
      CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u (number, place)
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = u.number
      WHERE k.contype = 'f' AND k.connamespace = \(Session.schema)::regnamespace
      GROUP BY k.oid, k.conrelid, k.conkey, c.relname, o.relname
      ORDER BY c.relname, o.relname, 3
      """)
    for row in rows {
      let relation: String = try row["relation"]
      tables[relation]?.references.append(
        Reference(
          table: try row["other"], columns: try row["columns"], isRequired: try row["is_required"],
          isUnique: try row["is_unique"]))
    }
  }
}

/// The names after `CREATE …` of one kind, in the order of the script.
func names(of kind: String, in script: String) -> [String] {
  script.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ").filter { !["OR", "REPLACE"].contains($0) }
    return words.count > 2 && words[0] == "CREATE" && words[1] == kind ? String(words[2]) : nil
  }
}
