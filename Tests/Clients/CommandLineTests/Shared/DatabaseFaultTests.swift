import Foundation
import Postgres
import Testing

/// Databases that are not there, not ours, or not at the program's schema.
@Suite(.serialized) struct DatabaseFaultTests {
  private static let check =
    "Check DATAJAM_DATABASE_URL or --db, and that the server runs; without either a private one is used."

  @Test func `a database that cannot be reached is named without its password`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      #expect(
        try await place.run("team", "list", "--db", "postgresql://u:s3cret@localhost:1/x")
          == .saying(69, #"Error: The database "x" on "localhost" cannot be reached."#, Self.check))
      let socket = try #require(place.address.split(separator: " ").first { $0.hasPrefix("host=") }?.dropFirst(5))
      #expect(
        try await place.run("team", "list", "--db", "host=\(socket) user=datajam password=s3cret dbname=nowhere")
          == .saying(69, "Error: There is no database \"nowhere\" on \"\(socket)\".", Self.check))
      #expect(
        try await place.run("team", "list", "--db", "host=\(socket) user=stranger password=s3cret dbname=x")
          == .saying(69, "Error: The database \"x\" on \"\(socket)\" does not know this user.", Self.check))
      for unreadable in ["nonsense", "host=localhost passwrd=s3cret", "postgresql://u:s3cret@[::1/x"] {
        #expect(
          try await place.run("team", "list", "--db", unreadable)
            == .saying(
              78, "Error: The database's address cannot be read.",
              "Write it like postgresql://user@host:5432/name and keep the password in ~/.pgpass."))
      }
    }
  }

  @Test func `a password is never printed`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      let socket = try #require(place.address.split(separator: " ").first { $0.hasPrefix("host=") }?.dropFirst(5))
      let addresses = [
        "postgresql://u:s3cret@localhost:1/x", "postgresql://u:s3cret@localhost:bad/x", "postgresql://u:s3cret@[::1/x",
        "postgresql://u:s3cret@localhost/x?bogus=1", "postgresql://u:x@s3cret@localhost:1/x",
        "postgresql://u:x/s3cret@localhost:1/x",
        "host=\(socket) user=stranger password=s3cret dbname=x", "host=\(socket) password=s3cret passwrd=s3cret",
        "\(place.address) password=s3cret", "\(place.address) password=s3cret sslmode=bogus",
      ]
      let commands = [["team", "list"], ["db", "status"], ["db", "migrate"], ["team", "import", "file.csv"]]
      try place.write("key,name\na,A\n", to: "file.csv")
      for address in addresses {
        let other = place.with(["DATAJAM_DATABASE_URL": address])
        for command in commands {
          let run = try await other.start(command + ["-v", "--json"]).end()
          #expect(!(run.output + run.errors).contains("s3cret"))
        }
      }
    }
  }

  @Test func `a schema that is older, newer or edited is refused with what to do`() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      #expect(try await place.run("team", "list").code == 78)
      #expect(try await place.run("db", "migrate").code == 0)
      let known = try #require(try await place.ask("SELECT max(version)::text FROM schema_migration"))

      try await place.database.session { try $0.run(script: "DELETE FROM schema_migration WHERE version = \(known)") }
      let found = try #require(Int(known)) - 1
      #expect(
        try await place.run("team", "list")
          == .saying(
            78, "Error: The database has schema v\(found), but this program needs v\(known).",
            "Run: datajam db migrate"))
      #expect(try await place.run("db", "status").code == 3)

      let newer = "INSERT INTO schema_migration (version, name, checksum) VALUES (\(known), 'x', 'x'), (999, 'x', 'x')"
      try await place.database.session { try $0.run(script: newer) }
      #expect(
        try await place.run("team", "list").errors.contains("differs from the one that this database was built with"))
      try await place.database.session { try $0.run(script: "DELETE FROM schema_migration WHERE version = \(known)") }
      let refusal = Program.Ended.saying(
        78, "Error: The database has schema v999, which is newer than this program's v\(known).", "Use a newer datajam."
      )
      #expect(try await place.run("team", "list") == refusal)
      #expect(try await place.run("db", "migrate") == refusal)

      try await place.database.session {
        try $0.run(script: "UPDATE schema_migration SET checksum = 'x' WHERE version = 2")
      }
      let edited = Program.Ended.saying(
        78, #"Error: The script "organisations" differs from the one that this database was built with."#,
        "Use the datajam that built the database, or a newer one.")
      #expect(try await place.run("team", "list") == edited)
      #expect(try await place.run("db", "migrate") == edited)
    }
  }

  @Test func `a log that was changed behind the program is one document with its findings`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.database.session { session in
        try session.run(
          script: "SET session_replication_role = replica; UPDATE audit_entry SET details = '{}'; RESET ALL")
      }
      let run = try await place.run("log", "verify", "--json")
      #expect(run.code == 1)
      let found = try document(run.output)
      #expect(found.keys.sorted() == ["count", "error", "items"])
      #expect((found["error"] as? [String: Any])?["code"] as? String == "log-broken")
    }
  }
}
