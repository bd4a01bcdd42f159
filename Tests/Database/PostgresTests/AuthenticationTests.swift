import Postgres
import TestDatabase
import Testing
import Vocabulary

@Suite struct AuthenticationTests {
  @Test func eachWayOfNotGettingInIsToldApartAndNoPasswordShown() async throws {
    let access = """
      local all datajam,nobody trust
      local all locked,unknown scram-sha-256
      """
    try await OwnServer.with(access: access) { server in
      let owner = Database(server.target(), limit: 1)
      try await owner.run("CREATE ROLE locked LOGIN PASSWORD 's3cr3t'; CREATE ROLE barred LOGIN")
      let name = server.target().description
      let refused = "The database \(name) refused the password."
      func words(_ target: ConnectionTarget) async -> String? {
        let database = Database(target, limit: 1)
        let refusal = await refusal { try await database.number("SELECT 1") }
        #expect(refusal?.debugDescription.contains("s3cr3t") == false)
        return refusal?.explanation.message
      }
      let right = Database(try server.target(user: "locked", password: "s3cr3t"), limit: 1)
      try await #expect(right.number("SELECT 1") == 1)
      try await #expect(words(server.target(user: "locked", password: "s3cr3t2")) == refused)
      try await #expect(words(server.target(user: "unknown", password: "s3cr3t")) == refused)
      await #expect(
        words(server.target(user: "locked")) == "The database \(name) asks for a password, and none was given.")
      await #expect(words(server.target(user: "nobody")) == "The database \(name) does not know this user.")
      await #expect(words(server.target(user: "barred")) == "The database \(name) cannot be reached.")
      await #expect(
        words(server.target(database: "nowhere"))
          == "There is no database \(server.target(database: "nowhere")).")
      await right.close()
      await owner.close()
    }
  }

  @Test func aServerWithoutAFreeConnectionIsBusy() async throws {
    try await withTables { database in
      let guest = "guest_\(UInt64.random(in: 0...UInt64.max))"
      try await database.run("CREATE ROLE \(guest) LOGIN CONNECTION LIMIT 1")
      let folder = try await database.texts("SELECT current_setting('unix_socket_directories')").first ?? nil
      let target = ConnectionTarget(socketFolder: folder ?? "", database: "postgres", user: guest)
      let (one, two) = (Database(target, limit: 1), Database(target, limit: 1))
      try await #expect(one.number("SELECT 1") == 1)
      let refusal = await refusal { try await two.number("SELECT 1") }
      #expect(refusal?.reason == .unreachable("The database \(target) has no free connection."))
      #expect(refusal?.explanation.kind == .busy)
      await one.close()
      try await database.run("DROP ROLE \(guest)")
    }
  }
}
