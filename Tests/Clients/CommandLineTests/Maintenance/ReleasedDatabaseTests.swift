import Foundation
import Postgres
import Testing

/// Databases as released versions leave them; `scripts/freeze-database` makes one for each release.
@Suite struct ReleasedDatabaseTests {
  static var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }.sorted()
    }
  }

  private static let folder = Repository.file("Tests/Clients/CommandLineTests/Released")

  @Test func `there is a database of the first release`() throws { #expect(try Self.files.contains("0.1.0.sql")) }

  @Test(arguments: try files) func `a database of a release is migrated, and nothing in it is lost`(
    file: String
  ) async throws {
    let script = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.database.session { try $0.run(script: script) }
      #expect(try await place.run("db", "migrate").code == 0)

      let verified = try await place.run("log", "verify", "-E", "spring")
      #expect(verified == .init(code: 0, output: "ok    spring: entries 84, people 2, checkpoints 4\n", errors: ""))
      let health = try await place.run("doctor", "-E", "spring")
      #expect(health.code == 0)
      #expect(!health.output.contains("FAIL"))
      #expect(try await place.run("result", "verify", "-E", "spring").code == 0)
      #expect(
        try await place.run("announcement", "render", "--as", "txt", "--languages", "en", "-E", "spring").output
          .contains(
            "1st place – Alder and friends (Toronto)."))
      let written = try await place.run("announcement", "set", "--contact", "jam@example.org", "-E", "spring")
      #expect(written.code == 0)
    }
  }
}
