import Foundation
import Postgres
import TestDatabase
import Testing

/// An import that is stopped half-way leaves nothing behind.
@Suite(.serialized) struct InterruptionTests {
  /// Runs the body while an import waits for a lock, one team in and one to come.
  private func whileImporting(_ body: (Workplace, Program.Running) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("key,name\na,A\nb,B\n", to: "teams.csv")
      try await whileLogIsLocked(in: place.database) {
        let running = try place.program.start(["team", "import", "teams.csv"])
        try await untilSomebodyWaitsForLog(in: place.database)
        try await body(place, running)
      }
      #expect(try await place.ask("SELECT count(*)::text FROM team") == "0")
    }
  }

  @Test(.timeLimit(.minutes(30)), arguments: [SIGINT, SIGTERM, SIGHUP])
  func `Ctrl-C, kill or a closed terminal stops it at once and says that nothing was kept`(signal: Int32) async throws {
    try await whileImporting { _, running async throws in
      kill(running.number, signal)
      #expect(try await running.end() == .saying(130, "Error: Stopped: nothing of this command was kept."))
    }
  }

  @Test(.timeLimit(.minutes(30)), arguments: [SIGINT, SIGTERM, SIGHUP])
  func `an export that is stopped leaves no draft of its file`(signal: Int32) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\na,A\n")
      let (locked, released) = (Gate(), Gate())
      async let holding: Void = place.database.session { session in
        try session.run(script: "BEGIN; LOCK TABLE team IN ACCESS EXCLUSIVE MODE")
        locked.open()
        released.wait()
        try session.run(script: "ROLLBACK")
      }
      await locked.passed()
      let running = try place.program.start(["export", "team", "-o", "out.csv"])
      let waiting: SQL = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'team'::regclass"
      while try await place.database.session({ try $0.query(waiting).first?.first(as: Int.self) }) == 0 {
        try await Task.sleep(for: .milliseconds(10))
      }
      kill(running.number, signal)
      #expect(try await running.end().code == 130)
      released.open()
      try await holding
      #expect(try !place.names(".").contains { $0.hasSuffix(".part") || $0 == "out.csv" })
    }
  }

  @Test(.timeLimit(.minutes(30))) func `killing the program keeps nothing`() async throws {
    try await whileImporting { _, running async throws in
      kill(running.number, SIGKILL)
      #expect(try await running.end().code == 137)
    }
  }

  @Test(.timeLimit(.minutes(30))) func `a server that ends the connection keeps nothing, and the program says so`()
    async throws
  {
    try await whileImporting { place, running async throws in
      _ = try await place.ask(
        "SELECT pg_terminate_backend(pid)::text FROM pg_locks WHERE NOT granted AND relation = 'audit_entry'::regclass")
      #expect(
        try await running.end()
          == .saying(
            69, "Error: The connection to the database broke before the work was finished: nothing was changed.",
            "Run the same command again."))
    }
  }
}

/// Runs the body while nobody can write to the log, which every change does.
func whileLogIsLocked(in database: Database, _ body: () async throws -> Void) async throws {
  let (locked, released) = (Gate(), Gate())
  async let holding: Void = database.session { session in
    try session.run(script: "BEGIN; LOCK TABLE audit_entry IN SHARE MODE")
    locked.open()
    released.wait()
    try session.run(script: "ROLLBACK")
  }
  await locked.passed()
  let outcome: Result<Void, any Error>
  do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
  released.open()
  _ = try? await holding
  try outcome.get()
}

func untilSomebodyWaitsForLog(in database: Database) async throws {
  let waiting: SQL = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'audit_entry'::regclass"
  while try await database.session({ try $0.query(waiting).first?.first(as: Int.self) }) == 0 {
    try await Task.sleep(for: .milliseconds(10))
  }
}
