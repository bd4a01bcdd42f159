import Postgres

/// Runs work that blocks on a thread of its own, so that Swift's pool of tasks goes on.
func offPool<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detach { continuation.resume(with: Result { try work() }) }
  }
}

/// Asks again and again, every 10 ms for the first tenth of a second and every 50 ms after it.
/// - Returns: The first answer, or nil when there was none in time.
func poll<Answer>(for patience: Duration, _ ask: () throws -> Answer?) rethrows -> Answer? {
  let clock = ContinuousClock()
  let begin = clock.now
  while true {
    if let answer = try ask() { return answer }
    let waited = clock.now - begin
    if waited > patience { return nil }
    Thread.sleep(milliseconds: waited < .milliseconds(100) ? 10 : 50)
  }
}
