import Foundation
import Postgres
import TestDatabase
import Testing

/// A database's schema as `pg_dump` writes it, without what differs from one minor version or machine to another.
struct SchemaDump {
  let title: String
  let text: String

  init(of database: Database) async throws {
    let (name, version) = try await database.read { snapshot in
      let row = try snapshot.row(
        "SELECT current_database()::text AS name, current_setting('server_version_num') AS version")
      return try (row?["name"] ?? "", Int(row?["version"] ?? "") ?? 0)
    }
    title = "-- The whole schema, written by scripts/schema with PostgreSQL \(version / 10000).\n"
    let environment = ProcessInfo.processInfo.environment
    let programs = try #require(environment["DATAJAM_TEST_PROGRAMS"])
    let server = try #require(environment["DATAJAM_TEST_SERVER"])
    let lines = try Self.output(
      of: programs + "/pg_dump",
      ["--schema-only", "--no-owner", "--no-privileges", "--dbname", "\(server) dbname=\(name)"]
    ).split(separator: "\n", omittingEmptySubsequences: false)
    text =
      title + "-- Names without a schema are in the schema \(Session.schema).\n"
      + Self.withoutSchema(Self.statements(lines))
  }

  /// Names of settings, which stand between quotes, keep their first word.
  private static func withoutSchema(_ text: String) -> String {
    let name = "\(Session.schema)."
    return text.components(separatedBy: "'" + name).map { $0.replacing(name, with: "") }.joined(separator: "'" + name)
  }

  /// The lines of statements, with one blank line for several. Bodies of functions are indented, so that nothing of them
  /// begins like the comments and settings of `pg_dump`.
  private static func statements(_ lines: [Substring]) -> String {
    var text = ""
    var isBlank = true
    for line in lines {
      if ["--", "SET ", "SELECT pg_catalog.set_config", "\\"].contains(where: line.hasPrefix) { continue }
      if line.isEmpty {
        isBlank = true
      } else {
        text += (isBlank ? "\n" : "") + line + "\n"
        isBlank = false
      }
    }
    return text
  }

  private static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
