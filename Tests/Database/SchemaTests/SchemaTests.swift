import Foundation
import Postgres
import TestDatabase
import Testing

@testable import Schema

/// The written forms of the schema, compared whole. `scripts/schema` writes them anew.
@Suite struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    .standardized

  private func expectWritten(_ text: String, in path: String) throws {
    let file = Self.root.appending(path: path)
    if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == written, "\(path) is out of date. Run: scripts/schema")
  }

  /// Another major version of PostgreSQL words some definitions differently, so only the one that wrote the file compares.
  @Test func sqlSchemaIsTheSchema() async throws {
    let path = "sql/schema.sql"
    let dump = try await TestServer.withMigratedDatabase(by: Schema.migrator) { try await SchemaDump(of: $0) }
    let written = (try? String(contentsOf: Self.root.appending(path: path), encoding: .utf8)) ?? ""
    let isRewriting = ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1"
    guard isRewriting || written.hasPrefix(dump.title) else {
      print("\(path) is not compared: it was written with another version of PostgreSQL.")
      return
    }
    try expectWritten(dump.text, in: path)
  }

  @Test func docsSchemaIsTheSchema() async throws {
    let page = try await TestServer.withMigratedDatabase(by: Schema.migrator) { try await SchemaPage(of: $0).text }
    try expectWritten(page, in: "docs/schema.md")
  }

  @Test func everyTableBelongsToAFeatureAndSaysWhatItHolds() async throws {
    try await TestServer.withMigratedDatabase(by: Schema.migrator) { database in
      let catalogue = try await database.read { try Catalogue($0) }
      let made = Schema.migrations.flatMap { names(of: "TABLE", in: $0.script) }
      #expect(Set(made) == Set(catalogue.tables.keys).subtracting(["schema_migration", "schema_routine"]))
      let silent = catalogue.tables.values.filter { $0.comment == nil }.map(\.name)
      #expect(silent.sorted() == [])
    }
  }

  /// So that a file can run again, whatever the database holds.
  @Test func routineFilesReplaceWhatIsThere() async throws {
    try await TestServer.withMigratedDatabase(by: Schema.migrator) { database in
      let before = try await SchemaDump(of: database)
      try await database.session { session in
        for file in [Schema.values] + Schema.routines { try session.run(script: file.script) }
      }
      let after = try await SchemaDump(of: database)
      #expect(before.text == after.text)
    }
  }
}
