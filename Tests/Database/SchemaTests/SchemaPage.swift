import Foundation
import Postgres

@testable import Schema

/// The tables in words and pictures, feature by feature, from the comments of the schema.
struct SchemaPage {
  private static let opening = """
    # The schema

    <!-- Written by scripts/schema from sql/; changes belong there. -->

    The tables and views of datajam, feature by feature. [schema.sql](../sql/schema.sql) has all of them with their
    constraints, indexes, functions and triggers.

    - The key of every table begins with `event_id`, except that of `removed_event`. Diagrams leave out the columns that are no key.
    - A column may be empty where its type says "or null".
    - A `jsonb` with names or texts holds them by language: `{"en": …, "fr": …, "es": …}`.
    - The migrator keeps two tables more, `schema_migration` and `schema_routine`: which scripts built this database.

    """

  let text: String

  init(of database: Database) async throws {
    let catalogue = try await database.read { try Catalogue($0) }
    var text = Self.opening
    for migration in Schema.migrations {
      let tables = names(of: "TABLE", in: migration.script).compactMap { catalogue.tables[$0] }
      let routines = Schema.routines.first { $0.name == "routines/\(migration.name)" }
      let views = names(of: "VIEW", in: routines?.script ?? "")
      guard !tables.isEmpty else { continue }
      text += "\n## \(migration.name.prefix(1).uppercased())\(migration.name.dropFirst())\n\n" + Self.diagram(tables)
      for table in tables { text += Self.section(table) }
      if !views.isEmpty {
        text += "\n### Views of \(migration.name)\n\n"
        for view in views { text += "- `\(view)`: \(Self.cell(catalogue.viewComments[view]))\n" }
      }
    }
    self.text = text
  }

  /// The tables with their keys, and lines to the tables to which they refer (Mermaid, "Entity Relationship Diagrams").
  private static func diagram(_ tables: [Catalogue.Table]) -> String {
    var text = "```mermaid\nerDiagram\n"
    for table in tables {
      text += "  \(table.name) {\n"
      for column in table.columns {
        let isForeign = table.references.contains { $0.columns.components(separatedBy: ", ").contains(column.name) }
        let marks = [column.isKey ? "PK" : nil, isForeign ? "FK" : nil].compactMap { $0 }
        if !marks.isEmpty { text += "    \(column.type) \(column.name) \(marks.joined(separator: ", "))\n" }
      }
      text += "  }\n"
    }
    for table in tables {
      for reference in table.references {
        let line = "\(reference.isRequired ? "||" : "|o")--\(reference.isUnique ? "o|" : "o{")"
        text += "  \(reference.table) \(line) \(table.name) : \"\(reference.columns)\"\n"
      }
    }
    return text + "```\n"
  }

  private static func section(_ table: Catalogue.Table) -> String {
    var text = "\n### \(table.name)\n\n\(table.comment ?? "")\n\n| column | type | meaning |\n| --- | --- | --- |\n"
    for column in table.columns {
      let type = column.type + (column.isRequired ? "" : " or null")
      text += "| `\(column.name)` | \(type) | \(cell(column.comment)) |\n"
    }
    return text
  }

  private static func cell(_ text: String?) -> String { (text ?? "").replacing("|", with: "\\|") }
}
