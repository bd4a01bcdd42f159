import Backend
import Events
import Postgres
import Results
import Vocabulary

extension GlobalOptions {
  /// Has something decided beside the scores, and shows the result that it made.
  func decide(_ body: @escaping @Sendable (Backend, EventID, UnitOfWork) throws -> RankingResult) async throws {
    let backend = try await open()
    let result = try await backend.change { event, unit in try body(backend, event, unit) }
    if !json { Console.say("result \(result.number): created") }
    try await show(result.number, on: backend)
  }

  /// Shows a result with how far it has come, and what comes next.
  func show(_ number: Int?, on backend: Backend) async throws {
    let (version, result, shared, close) = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      let result = try backend.results.result(version, of: event.id, in: snapshot)
      return (
        version, result, try backend.results.sharedRanks(of: result, event.id, in: snapshot),
        try backend.results.closeBoundaries(of: result, event.id, in: snapshot)
      )
    }
    ResultText.show(result, version, close, self)
    if !json, let next = ResultVersionText.next(version, shared) { Console.say("Next: \(run: next)") }
  }
}

extension Backend {
  /// The newest result that was not retracted.
  func newestResult() async throws -> RankingResult {
    try await read { event, snapshot in
      try results.result(results.version(nil, of: event.id, in: snapshot), of: event.id, in: snapshot)
    }
  }
}
