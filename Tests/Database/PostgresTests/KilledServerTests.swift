import Postgres
import TestDatabase
import Testing
import Vocabulary

@Suite struct KilledServerTests {
  @Test func nothingOfAnUnfinishedUnitIsKeptAndTheDatabaseWorksAfterwards() async throws {
    try await OwnServer.with { server in
      let database = Database(server.target(), limit: 4)
      try await database.run("CREATE SCHEMA datajam; CREATE TABLE note (number bigint PRIMARY KEY, words text)")
      try await database.write { try $0.execute("INSERT INTO note VALUES (0, 'kept')") }
      let deaths: [@Sendable (UnitOfWork, Gate, Gate) throws -> Void] = [
        { unit, ready, dead in
          try unit.execute("INSERT INTO note VALUES (1, 'lost')")
          ready.open()
          dead.wait()
          try unit.execute("INSERT INTO note VALUES (2, 'lost')")
        },
        { unit, ready, dead in
          try unit.copyIn("note", columns: ["number"]) { writer in
            for number in 1...200_000 {
              writer.add(number)
              try writer.endRow()
              guard number == 100_000 else { continue }
              ready.open()
              dead.wait()
            }
          }
        },
        { unit, ready, dead in
          var rows = 0
          try unit.copyOut("SELECT generate_series(1::bigint, 10000000)") { _ in
            rows += 1
            guard rows == 10 else { return }
            ready.open()
            dead.wait()
          }
        },
      ]
      for (number, death) in deaths.enumerated() {
        let (ready, dead) = (Gate(), Gate())
        async let refused = refusal { try await database.write { try death($0, ready, dead) } }
        await ready.passed()
        try await server.kill()
        dead.open()
        await #expect(refused?.reason == .connectionLost, "death \(number)")
        let whileDown = await refusal { try await database.number("SELECT 1") }
        #expect(whileDown?.explanation.code == "database-unreachable")
        try await server.start()
        try await #expect(database.texts("SELECT words FROM note") == ["kept"])
        try await database.write { try $0.execute("UPDATE note SET number = number + 1") }
      }
      try await #expect(database.number("SELECT number FROM note") == 3)
      await database.close()
    }
  }

  @Test func whatWasSavedOutlivesAKill() async throws {
    try await OwnServer.with { server in
      let database = Database(server.target(), limit: 2)
      try await database.run("CREATE SCHEMA datajam; CREATE TABLE note (number bigint)")
      for number in 0..<20 { try await database.write { try $0.execute("INSERT INTO note VALUES (\(number))") } }
      try await server.kill()
      try await server.start()
      try await #expect(database.number("SELECT count(*) FROM note") == 20)
      await database.close()
    }
  }
}
