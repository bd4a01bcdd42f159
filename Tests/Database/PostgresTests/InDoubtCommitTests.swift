import Postgres
import Synchronization
import TestDatabase
import Testing
import Vocabulary

@Suite struct InDoubtCommitTests {
  /// Writes one row through a proxy that cuts the line at COMMIT; tells what the caller got and what the table holds.
  func write(cutting cut: CuttingProxy.Cut, endsThen: Bool = false, outcome: Int = 10_000) async throws -> (
    answer: Result<String, any Error>, rows: Int?, runs: Int
  ) {
    var found: (answer: Result<String, any Error>, rows: Int?, runs: Int) = (.failure(Stop()), nil, 0)
    try await withTables("CREATE TABLE note (number bigint GENERATED ALWAYS AS IDENTITY, words text)") { database in
      let (proxy, through) = try await proxied(database, outcome: outcome)
      try await through.write { try $0.execute("INSERT INTO note (words) VALUES ('before')") }
      proxy.cutNextCommit(cut, endsThen: endsThen)
      let runs = Crowd()
      let answer: Result<String, any Error>
      do {
        answer = .success(
          try await through.write { unit in
            runs.enter()
            try unit.execute("INSERT INTO note (words) VALUES ('in doubt')")
            return "saved"
          })
      } catch {
        answer = .failure(error)
      }
      try await eventually { try await database.activity("query = 'COMMIT' AND state = 'active'") == 0 }
      found = (answer, try await database.number("SELECT count(*) FROM note WHERE words = 'in doubt'"), runs.came)
      await through.close()
      proxy.end()
    }
    return found
  }

  /// The same database, by way of a proxy.
  func proxied(_ database: Database, outcome: Int) async throws -> (CuttingProxy, Database) {
    let (folder, name) = try await database.read { snapshot in
      let folder = try snapshot.value("SELECT current_setting('unix_socket_directories')", as: String.self)
      let name = try snapshot.value("SELECT current_database()::text", as: String.self)
      return (try #require(folder), try #require(name))
    }
    let proxy = CuttingProxy(to: folder)
    var timeouts = Timeouts()
    timeouts.outcome = outcome
    let target = ConnectionTarget(socketFolder: proxy.folder, database: name, user: "datajam")
    return (proxy, Database(target, limit: 2, timeouts: timeouts))
  }

  @Test func aCommitThatNeverReachedTheServerIsALostConnection() async throws {
    let (answer, rows, runs) = try await write(cutting: .beforeServer)
    let refusal = #expect(throws: PostgresError.self) { try answer.get() }
    #expect(refusal?.reason == .connectionLost)
    #expect(rows == 0)
    #expect(runs == 1)
  }

  @Test func aCommitWhoseAnswerWasLostIsASuccess() async throws {
    let (answer, rows, runs) = try await write(cutting: .afterServer)
    try #expect(answer.get() == "saved")
    #expect(rows == 1)
    #expect(runs == 1)
  }

  @Test(arguments: [(CuttingProxy.Cut.beforeServer, 0), (.afterServer, 1)])
  func aCommitThatNobodyCanAskAfterIsOfUnknownOutcome(cut: CuttingProxy.Cut, kept: Int) async throws {
    let (answer, rows, runs) = try await write(cutting: cut, endsThen: true, outcome: 300)
    let refusal = #expect(throws: PostgresError.self) { try answer.get() }
    #expect(refusal?.reason == .outcomeUnknown)
    #expect(rows == kept)
    #expect(runs == 1)
  }

  /// Who is cancelled while the outcome is asked after still hears the truth.
  @Test func aCancelledTaskStillLearnsHowItsCommitEnded() async throws {
    try await withTables("CREATE TABLE note (words text)") { database in
      let (proxy, through) = try await proxied(database, outcome: 10_000)
      let (ready, go) = (Gate(), Gate())
      proxy.cutNextCommit(.afterServer)
      let saving = Task {
        try await through.write { unit in
          try unit.execute("INSERT INTO note VALUES ('kept')")
          ready.open()
          go.wait()
          return "saved"
        }
      }
      await ready.passed()
      go.open()
      try await eventually { try await database.number("SELECT count(*) FROM note") == 1 }
      saving.cancel()
      try await #expect(saving.value == "saved")
      await through.close()
      proxy.end()
    }
  }
}
